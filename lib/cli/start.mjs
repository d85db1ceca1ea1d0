// `npm start`: prepares what is missing, then serves Keytrim on this machine.
import { importEntry, markRunning, prepare, ROOT, takeCredential, toolEnvironment } from "./prepare.mjs"

// The dashboard takes keys in its pages only; one in the environment is none of its business, nor of what it starts.
takeCredential()
await prepare({ pages: true })
Object.assign(process.env, toolEnvironment())
markRunning()
const { serve } = await importEntry("lib/cli/serve.ts")
await serve(ROOT)
