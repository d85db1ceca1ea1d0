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

/** `npm run --silent audit -- …`, without npm in between, on a data folder of its own unless `KEYTRIM_HOME` is given. */
export async function audit(words: readonly string[], extra: Record<string, string>): Promise<HeadlessRun> {
  const home = extra["KEYTRIM_HOME"] ?? mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
  const child = spawn(process.execPath, [path.join(ROOT, "lib/cli/audit.mjs"), ...words], {
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
