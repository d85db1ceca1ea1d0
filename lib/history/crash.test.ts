import { rmSync } from "node:fs"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { openHistory } from "./open-history"
import { realSleep, temporaryFolder } from "./testing/folders"
import { bundle, ended, start } from "./testing/processes"

const KILLS = 8

let script = ""
let folder = ""
let remove = () => {}

beforeAll(async () => {
  script = await bundle("store-states.ts")
})
afterAll(() => rmSync(script, { force: true }))
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(() => remove())

/** Lets a process store for a while, kills it in the middle, and answers the last number that it called stored. */
async function storeAndKill(afterNumbers: number): Promise<number> {
  const child = start(script, [folder])
  let said = ""
  await new Promise<void>((resolve, reject) => {
    child.once("exit", (code) => reject(new Error(`the process ended (${code})`)))
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text
      if (said.split("\n").length > afterNumbers) resolve()
    })
  })
  child.removeAllListeners("exit")
  child.kill("SIGKILL")
  await ended(child)
  return Number(said.trim().split("\n").at(-1))
}

describe("a process that is killed while it stores", () => {
  it("loses nothing that it called stored, time after time", async () => {
    for (let kill = 1; kill <= KILLS; kill++) {
      const stored = await storeAndKill(kill * 3)
      const history = openHistory(folder, realSleep)
      if (!history.ok) throw new Error(history.error.kind)
      const found = history.value.keyStates((state) => state as { count: number }).load("key")
      expect(found?.count).toBeGreaterThanOrEqual(stored)
      history.value.close()
    }
  })
})
