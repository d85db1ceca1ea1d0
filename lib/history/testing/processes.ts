/** Runs a TypeScript file of this folder as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync } from "node:fs"
import path from "node:path"
import { build } from "esbuild"

const ROOT = path.resolve(import.meta.dirname, "../../..")

/** Bundles the file beside the packages it needs, and returns the path of the result. */
export async function bundle(file: string): Promise<string> {
  const folder = path.join(ROOT, "node_modules/.cache/keytrim-tests")
  mkdirSync(folder, { recursive: true })
  const outfile = path.join(folder, `${path.basename(file, ".ts")}-${process.pid}.mjs`)
  await build({
    entryPoints: [path.join(import.meta.dirname, file)],
    outfile,
    bundle: true,
    platform: "node",
    format: "esm",
    packages: "external",
    tsconfig: path.join(ROOT, "tsconfig.json"),
    logLevel: "error",
  })
  return outfile
}

export function start(script: string, words: readonly string[]): ChildProcess {
  return spawn(process.execPath, [script, ...words], { stdio: ["pipe", "pipe", "inherit"] })
}

/** Resolves once the process has printed `word`; rejects when it ends before. */
export function said(child: ChildProcess, word: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      if (text.includes(word)) resolve()
    })
    child.once("exit", (code, signal) => reject(new Error(`the process ended (${code ?? signal})`)))
  })
}

export function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) resolve()
    child.once("exit", () => resolve())
  })
}
