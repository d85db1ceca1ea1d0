// `npm test`: prepares what is missing, then runs everything that has to hold: types, lint, unit tests, journeys in a browser.
// The last line counts them: "N passed, N failed".
import { spawn } from "node:child_process"
import { mkdtempSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { prepare, ROOT, takeCredential } from "./prepare.mjs"

/** @typedef {{ passed: number, failed: number }} Count */

/** @param {string} script path below node_modules @param {string[]} args @param {Record<string, string>} [environment] @returns {Promise<number>} */
function node(script, args, environment = {}) {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1", ...environment }
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(ROOT, "node_modules", script), ...args], {
      cwd: ROOT,
      env,
      stdio: ["ignore", "inherit", "inherit"],
    })
    child.on("close", (code) => resolve(code ?? 1))
  })
}

/** @param {string} title @param {() => Promise<number>} check @returns {Promise<Count>} */
async function step(title, check) {
  console.log(`\n${title}`)
  return (await check()) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

/** A runner that left no readable result has failed, whatever its exit code says. @param {string} file @param {(result: any) => Count} count @returns {Count} */
function readCount(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")))
  } catch {
    return { passed: 0, failed: 1 }
  }
}

/** @param {string} folder */
async function unitTests(folder) {
  console.log("\nUnit tests")
  const file = path.join(folder, "unit.json")
  const code = await node("vitest/vitest.mjs", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  ])
  const count = readCount(file, (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }))
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {string} folder */
async function journeys(folder) {
  console.log("\nJourneys in a browser")
  const { findBrowser } = await import("./find-browser.mjs")
  const browser = await findBrowser()
  const file = path.join(folder, "journeys.json")
  const code = await node(
    "playwright/cli.js",
    ["test", "--config", "e2e/playwright.config.ts", "--reporter=line,json"],
    {
      ...browser.environment,
      KEYTRIM_TEST_BROWSER: browser.executable,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    },
  )
  browser.dispose()
  const count = readCount(file, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
  return code !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

const only = process.argv[2]
takeCredential()
await prepare({ pages: true })
const folder = mkdtempSync(path.join(tmpdir(), "keytrim-test-"))
/** @type {Count[]} */
const counts = []
if (only !== "e2e") {
  counts.push(
    await step(
      "Types",
      async () => (await node("next/dist/bin/next", ["typegen"])) || node("typescript/bin/tsc", ["--noEmit"]),
    ),
  )
  counts.push(
    await step("Lint and format", () => node("@biomejs/biome/bin/biome", ["check", "--error-on-warnings", "."])),
  )
  counts.push(await unitTests(folder))
}
if (only !== "unit") counts.push(await journeys(folder))
rmSync(folder, { recursive: true, force: true })

const passed = counts.reduce((sum, count) => sum + count.passed, 0)
const failed = counts.reduce((sum, count) => sum + count.failed, 0)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 && passed > 0 ? 0 : 1
