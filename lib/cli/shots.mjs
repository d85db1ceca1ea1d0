// `npm run shots`: pictures of every page and state into the folder `shots`, to be looked at by a person. No part of `npm test`.
import { spawn } from "node:child_process"
import { rmSync } from "node:fs"
import path from "node:path"
import { prepare, ROOT } from "./prepare.mjs"

await prepare({ pages: true })
const { findBrowser } = await import("./find-browser.mjs")
const browser = await findBrowser()
const only = process.argv.slice(2)
// What an earlier run left would look like a state of today.
if (only.length === 0) rmSync(path.join(ROOT, "shots"), { recursive: true, force: true })

const playwright = path.join(ROOT, "node_modules/playwright/cli.js")
const words = ["test", "--config", "e2e/shots/playwright.config.ts", "--reporter=line", ...only]
const child = spawn(process.execPath, [playwright, ...words], {
  cwd: ROOT,
  env: { ...process.env, ...browser.environment, KEYTRIM_TEST_BROWSER: browser.executable },
  stdio: ["ignore", "inherit", "inherit"],
})
child.on("close", (code) => {
  browser.dispose()
  console.log("\nThe pictures are in the folder shots; open shots/index.html, and shots/failures.png for the failures.")
  process.exitCode = code ?? 1
})
