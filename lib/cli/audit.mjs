// `npm run --silent audit`: audits the key in the environment and prints the report.
import { importEntry, prepare } from "./prepare.mjs"

await prepare({ pages: false })
const { audit } = await importEntry("lib/cli/audit.ts")
process.exitCode = await audit(process.argv.slice(2))
