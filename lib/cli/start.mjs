// `npm start`: prepares what is missing, then serves Keytrim on this machine.
import { importEntry, markRunning, prepare, ROOT, toolEnvironment } from "./prepare.mjs"

await prepare({ pages: true })
Object.assign(process.env, toolEnvironment())
markRunning()
const { serve } = await importEntry("lib/cli/serve.ts")
await serve(ROOT)
