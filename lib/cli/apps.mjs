// `npm run --silent apps -- NAME`: prints what to tick for an application. No key, no network, no built pages.
import { importEntry, prepare } from "./prepare.mjs"

await prepare({ pages: false })
const { apps } = await importEntry("lib/cli/apps.ts")
process.exitCode = apps(process.argv.slice(2))
