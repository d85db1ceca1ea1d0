import { spawn } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { ROOT } from "./keytrim"

export interface HeadlessRun {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** A command without npm in between, on a data folder of its own unless `KEYTRIM_HOME` is given. */
async function run(
  command: "audit" | "apps",
  words: readonly string[],
  extra: Record<string, string>,
): Promise<HeadlessRun> {
  const home = extra["KEYTRIM_HOME"] ?? mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
  const child = spawn(process.execPath, [path.join(ROOT, `lib/cli/${command}.mjs`), ...words], {
    cwd: tmpdir(),
    env: { NODE_ENV: "production", PATH: process.env["PATH"], HOME: process.env["HOME"], KEYTRIM_HOME: home, ...extra },
    stdio: ["ignore", "pipe", "pipe"],
  })
  let stdout = ""
  let stderr = ""
  child.stdout.setEncoding("utf8").on("data", (chunk: string) => (stdout += chunk))
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => (stderr += chunk))
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
  if (!extra["KEYTRIM_HOME"]) rmSync(home, { recursive: true, force: true })
  return { code, stdout, stderr }
}

/** `npm run --silent audit -- …` */
export function audit(words: readonly string[], extra: Record<string, string>): Promise<HeadlessRun> {
  return run("audit", words, extra)
}

/** `npm run --silent apps -- …` */
export function apps(words: readonly string[]): Promise<HeadlessRun> {
  return run("apps", words, {})
}
