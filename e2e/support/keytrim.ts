/** Starts a Keytrim of its own, with a data folder of its own, as `npm start` would. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { freePort } from "./free-port"

export const ROOT = path.resolve(import.meta.dirname, "../..")

export interface Keytrim {
  readonly url: string
  readonly home: string
  /** Everything the process printed so far, both streams. */
  output(): string
  /** Presses Enter in its terminal and returns the new single-use link. */
  newLink(): Promise<string>
  stop(): Promise<number | null>
}

const LINK = /http:\/\/127\.0\.0\.1:\d+\/#code=[\w-]+/g

/** Variables of the surrounding shell that would change what is tested stay out. */
function environment(home: string, port: number, extra: Record<string, string>): NodeJS.ProcessEnv {
  const { PATH, HOME, TMPDIR, SYSTEMROOT } = process.env
  const kept = Object.fromEntries(
    Object.entries({ PATH, HOME, TMPDIR, SYSTEMROOT }).filter(([, value]) => value !== undefined),
  )
  return { NODE_ENV: "production", ...kept, KEYTRIM_HOME: home, KEYTRIM_PORT: String(port), ...extra }
}

export function spawnKeytrim(
  extra: Record<string, string> & { KEYTRIM_HOME: string; KEYTRIM_PORT: string },
): ChildProcess {
  return spawn(process.execPath, [path.join(ROOT, "lib/cli/start.mjs")], {
    cwd: ROOT,
    env: environment(extra.KEYTRIM_HOME, Number(extra.KEYTRIM_PORT), extra),
    stdio: ["pipe", "pipe", "pipe"],
  })
}

async function until<Value>(
  look: () => Value | null | undefined,
  problem: () => string,
  timeoutMs = 20_000,
): Promise<Value> {
  const endMs = Date.now() + timeoutMs
  for (;;) {
    const value = look()
    if (value !== null && value !== undefined) return value
    if (Date.now() > endMs) throw new Error(problem())
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}

export async function startKeytrim(extra: Record<string, string> = {}): Promise<Keytrim> {
  const home = extra["KEYTRIM_HOME"] ?? mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
  const port = extra["KEYTRIM_PORT"] ?? String(await freePort())
  const child = spawnKeytrim({ ...extra, KEYTRIM_HOME: home, KEYTRIM_PORT: port })
  let text = ""
  let ended = false
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk))
  // A test that fails before its end must not leave a Keytrim behind.
  const killWithUs = () => child.kill("SIGKILL")
  process.once("exit", killWithUs)
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)))
  void exit.then(() => {
    ended = true
    process.off("exit", killWithUs)
  })

  const links = () => text.match(LINK) ?? []
  const first = await until(
    () => links()[0] ?? (ended ? "" : null),
    () => `Keytrim did not print its link:\n${text}`,
  )
  if (first === "") throw new Error(`Keytrim ended:\n${text}`)
  return {
    url: new URL(first).origin,
    home,
    output: () => text,
    async newLink() {
      const before = links().length
      child.stdin?.write("\n")
      return until(
        () => links()[before],
        () => `no new link after Enter:\n${text}`,
      )
    },
    async stop() {
      if (!ended) child.kill("SIGTERM")
      const code = await exit
      if (!extra["KEYTRIM_HOME"]) rmSync(home, { recursive: true, force: true })
      return code
    },
  }
}
