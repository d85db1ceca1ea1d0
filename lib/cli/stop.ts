/** One clear line on stderr, then the end. */
export function stop(line: string, exitCode = 1): never {
  process.stderr.write(`${line}\n`)
  process.exit(exitCode)
}
