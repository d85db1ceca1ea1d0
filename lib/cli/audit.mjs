// `npm run --silent audit`: audits the key in the environment and prints the report.
import { importEntry, prepare, takeCredential } from "./prepare.mjs"

const credential = takeCredential()
await prepare({ pages: false })
const { audit } = await importEntry("lib/cli/audit.ts")
process.exitCode = await audit(process.argv.slice(2), credential)
