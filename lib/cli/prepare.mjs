// Makes a fresh clone ready: installs packages without their scripts and builds the pages, each only when something changed.
// Nothing from node_modules may be imported up here: on the first start there is none.
import { spawn } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs"
import path from "node:path"

export const ROOT = path.resolve(import.meta.dirname, "../..")

const INSTALL_INPUTS = ["package.json", "package-lock.json", ".npmrc"]
const PAGE_INPUTS = [
  "app",
  "components",
  "lib",
  "public",
  "next.config.js",
  "proxy.ts",
  "instrumentation-client.ts",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
]
const BUNDLE_INPUTS = ["lib", "package.json", "package-lock.json", "tsconfig.json"]
const INSTALL_STAMP = path.join(ROOT, "node_modules/.cache/keytrim/installed")
const BUILD_STAMP = path.join(ROOT, ".next/keytrim-built")
const RUNNING_FOLDER = path.join(ROOT, ".next-running")

const CREDENTIAL = ["KRAKEN_API_KEY", "KRAKEN_API_SECRET", "KRAKEN_API_OTP"]

/**
 * Takes the credential out of the environment. To be called first: package manager, bundler and browser inherit what is still there.
 * @returns {Record<string, string | undefined>}
 */
export function takeCredential() {
  const credential = Object.fromEntries(CREDENTIAL.map((name) => [name, process.env[name]]))
  for (const name of CREDENTIAL) delete process.env[name]
  return credential
}

/** @param {string} line */
export const say = (line) => process.stderr.write(`${line}\n`)

/** One clear line on stderr, then the end. @param {string} line @returns {never} */
export function stop(line, exitCode = 1) {
  say(line)
  process.exit(exitCode)
}

/** @param {string} place @returns {string[]} */
function filesBelow(place) {
  const full = path.join(ROOT, place)
  if (!existsSync(full)) return []
  if (!statSync(full).isDirectory()) return [place]
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .map((entry) => ({ entry, file: path.relative(ROOT, path.join(entry.parentPath, entry.name)) }))
    .filter(({ entry, file }) => entry.isFile() && !/\.test\.tsx?$|\.md$/.test(file))
    .map(({ file }) => file)
    .sort()
}

/** @param {string[]} places @param {(file: string) => boolean} counts */
function hashOf(places, counts = () => true) {
  const hash = createHash("sha256").update(process.version)
  for (const file of places.flatMap(filesBelow).filter(counts))
    hash
      .update(file)
      .update("\0")
      .update(readFileSync(path.join(ROOT, file)))
  return hash.digest("hex")
}

/** @param {string} stamp */
const readStamp = (stamp) => (existsSync(stamp) ? readFileSync(stamp, "utf8") : null)

/** @param {string} stamp @param {string} hash */
function writeStamp(stamp, hash) {
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, hash)
}

/**
 * Runs a command with its output on stderr, so that stdout stays free for what Keytrim itself has to say.
 * @param {string} command @param {string[]} args @param {NodeJS.ProcessEnv} env @returns {Promise<number>}
 */
function run(command, args, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env, stdio: ["ignore", process.stderr, process.stderr] })
    child.on("error", () => resolve(127))
    child.on("close", (code) => resolve(code ?? 1))
  })
}

/** The environment for our own tools: nothing that reports home, nothing read from a planted .env file. @returns {NodeJS.ProcessEnv} */
export function toolEnvironment() {
  return { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", __NEXT_PROCESSED_ENV: "true" }
}

async function install() {
  const hash = hashOf(INSTALL_INPUTS)
  if (readStamp(INSTALL_STAMP) === hash) return
  refuseWhileRunning("Packages have to be installed")
  say("Installing packages (first start only, about half a minute) …")
  const npm = process.env["npm_execpath"]
  const args = ["ci", "--include=dev", "--ignore-scripts", "--no-audit", "--no-fund"]
  const code = npm ? await run(process.execPath, [npm, ...args], process.env) : await run("npm", args, process.env)
  if (code !== 0)
    stop(
      "Keytrim could not install its packages. Check the connection to the package registry, then run the same command again.",
    )
  writeStamp(INSTALL_STAMP, hash)
}

async function build() {
  const hash = hashOf(PAGE_INPUTS, (file) => !file.startsWith(path.join("lib", "cli")))
  if (readStamp(BUILD_STAMP) === hash) return
  refuseWhileRunning("The pages have to be built again")
  say("Building the pages (after an update only, about a quarter of a minute) …")
  rmSync(BUILD_STAMP, { force: true })
  const code = await run(
    process.execPath,
    [path.join(ROOT, "node_modules/next/dist/bin/next"), "build"],
    toolEnvironment(),
  )
  if (code !== 0)
    stop(
      "Keytrim could not build its pages; the reason stands above. If it stays, delete the folder .next and start again.",
    )
  writeStamp(BUILD_STAMP, hash)
}

/** Live processes that serve from this folder; a rebuild would pull the pages away under them. */
function runningProcesses() {
  if (!existsSync(RUNNING_FOLDER)) return []
  return readdirSync(RUNNING_FOLDER).filter((pid) => {
    try {
      process.kill(Number(pid), 0)
      return true
    } catch {
      rmSync(path.join(RUNNING_FOLDER, pid), { force: true })
      return false
    }
  })
}

/** @param {string} reason */
function refuseWhileRunning(reason) {
  const pids = runningProcesses()
  if (pids.length > 0)
    stop(
      `${reason}, but Keytrim is running from this folder (process ${pids.join(", ")}). Stop it first, then run this again.`,
    )
}

/** Says to later starts that this process serves from this folder, until it ends. */
export function markRunning() {
  mkdirSync(RUNNING_FOLDER, { recursive: true })
  const mark = path.join(RUNNING_FOLDER, String(process.pid))
  writeFileSync(mark, "")
  process.once("exit", () => rmSync(mark, { force: true }))
}

/** Installs and builds what is missing. Ends the process with one clear line when it cannot. @param {{ pages: boolean }} what */
export async function prepare(what) {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number)
  if (major < 20 || (major === 20 && minor < 19)) stop(`Keytrim needs Node 20.19 or newer; this is ${process.version}.`)
  await install()
  if (what.pages) await build()
}

/**
 * Bundles one of our TypeScript entry points and imports it. The file's name holds the hash of all sources, so an old bundle is never run.
 * @param {string} entry path from the project's root @returns {Promise<any>}
 */
export async function importEntry(entry) {
  const name = `${path.basename(entry, ".ts")}-${hashOf(BUNDLE_INPUTS).slice(0, 16)}.mjs`
  const bundle = path.join(ROOT, "node_modules/.cache/keytrim", name)
  if (!existsSync(bundle)) {
    const { build: bundleWith } = await import("esbuild")
    const draft = `${bundle}.${process.pid}`
    await bundleWith({
      entryPoints: [path.join(ROOT, entry)],
      outfile: draft,
      bundle: true,
      platform: "node",
      format: "esm",
      target: "node20",
      packages: "external",
      // The marker throws wherever no bundler of the framework resolved it; this is server code, so it may be what it is there: empty.
      alias: { "server-only": path.join(ROOT, "node_modules/server-only/empty.js") },
      tsconfig: path.join(ROOT, "tsconfig.json"),
      logLevel: "error",
    })
    // Several starts may bundle at once; renaming makes the finished file appear whole.
    renameSync(draft, bundle)
  }
  return import(bundle)
}
