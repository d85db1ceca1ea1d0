/** What to tick for an application, in the terminal: stdout holds the text, stderr what went wrong. */
import { answerApps } from "./apps-answer"

/** Prints the answer and returns the exit status. */
export function apps(words: readonly string[]): number {
  const { code, stdout, stderr } = answerApps(words)
  process.stdout.write(stdout)
  process.stderr.write(stderr)
  return code
}
