/** A process of its own for the tests: stores one state after another and says each number once it is stored. */
import { setTimeout as sleep } from "node:timers/promises"
import { openHistory } from "../open-history"

const opened = openHistory(process.argv[2] ?? "", { sleep: (ms) => sleep(ms) })
if (!opened.ok) throw new Error(opened.error.kind)
const states = opened.value.keyStates((stored) => stored as { count: number })
for (let count = (states.load("key")?.count ?? 0) + 1; ; count++) {
  states.save("key", { count })
  process.stdout.write(`${count}\n`)
  // The parent listens only between two of these.
  await sleep(0)
}
