// Finds a Chromium for the journeys, or unpacks one: an explicit variable, Playwright's own, the system's, then the packed one.
import { spawnSync } from "node:child_process"
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"

const SYSTEM_BROWSERS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/microsoft-edge",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
]

/** @param {string} executable */
const runs = (executable) =>
  existsSync(executable) &&
  (process.platform === "win32" || spawnSync(executable, ["--version"], { timeout: 20_000 }).status === 0)

async function playwrightsOwn() {
  const { chromium } = await import("playwright")
  return chromium.executablePath()
}

/**
 * The package's own configuration looks for its fonts in places that exist on its platform only, and without a font this Chromium
 * crashes at the first text field. @param {string} folder where the browser was unpacked @returns {string} the configuration's folder
 */
function writeFontsConfig(folder) {
  const place = path.join(folder, "fontconfig")
  mkdirSync(place)
  const [fonts, cache] = [path.join(folder, "fonts/fonts"), path.join(place, "cache")]
  const document = `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><cachedir>${cache}</cachedir></fontconfig>`
  writeFileSync(path.join(place, "fonts.conf"), document)
  return place
}

/** Unpacks the browser that ships as an npm package (Linux x64), with the system libraries that a bare machine lacks. */
async function packedBrowser() {
  // The package runs whatever already lies at its unpacking place, so that place has to be ours alone.
  const folder = mkdtempSync(path.join(tmpdir(), "keytrim-browser-"))
  const before = { TMPDIR: process.env["TMPDIR"], AWS_EXECUTION_ENV: process.env["AWS_EXECUTION_ENV"] }
  // It only unpacks those libraries where it believes to be on this platform.
  Object.assign(process.env, { TMPDIR: folder, AWS_EXECUTION_ENV: "AWS_Lambda_nodejs20.x" })
  const { default: packed } = await import("@sparticuz/chromium")
  const executable = await packed.executablePath()
  const fonts = writeFontsConfig(folder)
  for (const [name, value] of Object.entries(before)) {
    if (value === undefined) delete process.env[name]
    else process.env[name] = value
  }
  return { executable, fonts, dispose: () => rmSync(folder, { recursive: true, force: true }) }
}

/**
 * @returns {Promise<{ executable: string, environment: Record<string, string>, dispose: () => void }>}
 * The browser, what its process needs in its environment, and how to clean up behind it.
 */
export async function findBrowser() {
  const explicit = process.env["KEYTRIM_TEST_BROWSER"]
  if (explicit) return { executable: explicit, environment: {}, dispose: () => {} }
  const installed = [await playwrightsOwn(), ...SYSTEM_BROWSERS].find(runs)
  if (installed) return { executable: installed, environment: {}, dispose: () => {} }
  if (process.platform !== "linux" || process.arch !== "x64") {
    throw new Error("No Chromium, Chrome or Edge was found. Install one, or name it in KEYTRIM_TEST_BROWSER.")
  }
  const { executable, fonts, dispose } = await packedBrowser()
  const environment = {
    LD_LIBRARY_PATH: process.env["LD_LIBRARY_PATH"] ?? "",
    FONTCONFIG_PATH: fonts,
  }
  return { executable, environment, dispose }
}
