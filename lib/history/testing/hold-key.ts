/** A process of its own for the tests: takes a key's lock, says so, and holds it until its stdin ends. */
import { setTimeout as sleep } from "node:timers/promises"
import { openHistory } from "../open-history"

const [folder = "", keyRef = ""] = process.argv.slice(2)
const opened = openHistory(folder, { sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}) })
if (!opened.ok) throw new Error(opened.error.kind)
const held = await opened.value.lockKey(keyRef)
process.stdout.write("held\n")
for await (const _ of process.stdin) break
held.release()
opened.value.close()
