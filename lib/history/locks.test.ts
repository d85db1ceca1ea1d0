import type { ChildProcess } from "node:child_process"
import { rmSync } from "node:fs"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest"
import { lockDashboard } from "./dashboard-lock"
import { KeyLocks } from "./key-lock"
import { realSleep, temporaryFolder } from "./testing/folders"
import { bundle, ended, said, start } from "./testing/processes"

const KEY = "0123456789abcdef".repeat(2)
const OTHER_KEY = "fedcba9876543210".repeat(2)

let folder = ""
let remove = () => {}
let script = ""
const children: ChildProcess[] = []

beforeAll(async () => {
  script = await bundle("hold-key.ts")
})
afterAll(() => rmSync(script, { force: true }))
beforeEach(() => {
  ;({ folder, remove } = temporaryFolder())
})
afterEach(async () => {
  for (const child of children.splice(0)) {
    child.kill("SIGKILL")
    await ended(child)
  }
  remove()
})

const locks = () => new KeyLocks(path.join(folder, "locks"), realSleep)

async function otherProcess(keyRef = KEY): Promise<ChildProcess> {
  const child = start(script, [folder, keyRef])
  children.push(child)
  await said(child, "held")
  return child
}

/** Whether `waiting` is still waiting after a while in which it could have looked several times. */
async function stillWaits(waiting: Promise<unknown>): Promise<boolean> {
  return (await Promise.race([waiting.then(() => "settled"), sleep(250, "waits")])) === "waits"
}

describe("the lock of a key between processes", () => {
  it("is held by one at a time, and passes on when the other process is done", async () => {
    const child = await otherProcess()
    const mine = locks().lock(KEY)
    expect(await stillWaits(mine)).toBe(true)
    child.stdin?.end("\n")
    ;(await mine).release()
  })

  it("is freed by the system when its process is killed", async () => {
    const child = await otherProcess()
    const mine = locks().lock(KEY)
    expect(await stillWaits(mine)).toBe(true)
    child.kill("SIGKILL")
    ;(await mine).release()
  })

  it("keeps no other key waiting, and the event loop alive", async () => {
    await otherProcess()
    const mine = locks()
      .lock(KEY, AbortSignal.timeout(400))
      .catch((reason: Error) => reason.name)
    let ticks = 0
    const timer = setInterval(() => (ticks += 1), 10)
    ;(await locks().lock(OTHER_KEY)).release()
    expect(["TimeoutError", "AbortError"]).toContain(await mine)
    clearInterval(timer)
    expect(ticks).toBeGreaterThan(15)
  })

  it("can be given up while waiting, and is then nobody's", async () => {
    const child = await otherProcess()
    const stop = new AbortController()
    const mine = locks().lock(KEY, stop.signal)
    stop.abort(new Error("stopped"))
    await expect(mine).rejects.toThrow()
    child.stdin?.end("\n")
    await ended(child)
    ;(await locks().lock(KEY)).release()
  })
})

describe("the lock of a key within one process", () => {
  it("serves in the order of asking, one at a time", async () => {
    const shared = locks()
    const order: number[] = []
    let inside = 0
    await Promise.all(
      [0, 1, 2, 3].map(async (at) => {
        const held = await shared.lock(KEY)
        inside += 1
        expect(inside).toBe(1)
        await sleep(5)
        order.push(at)
        inside -= 1
        held.release()
      }),
    )
    expect(order).toEqual([0, 1, 2, 3])
  })

  it("lets nobody overtake when the one in the middle gives up", async () => {
    const shared = locks()
    const first = await shared.lock(KEY)
    const stop = new AbortController()
    const second = shared.lock(KEY, stop.signal)
    const third = shared.lock(KEY)
    stop.abort(new Error("stopped"))
    await expect(second).rejects.toThrow("stopped")
    expect(await stillWaits(third)).toBe(true)
    first.release()
    ;(await third).release()
  })

  it("holds between two openings of the same folder too, and releasing twice is harmless", async () => {
    const first = await locks().lock(KEY)
    const second = locks().lock(KEY)
    expect(await stillWaits(second)).toBe(true)
    first.release()
    first.release()
    ;(await second).release()
  })

  it("refuses anything but a reference, so that no key can become a file's name", async () => {
    await expect(locks().lock("../../elsewhere")).rejects.toThrow("by its reference only")
  })
})

describe("the dashboard's lock", () => {
  it("turns a second dashboard on the same folder away in one sentence, and lets it in once the first is gone", () => {
    const first = lockDashboard(folder)
    if (!first.ok) throw new Error(first.error.kind)
    const second = lockDashboard(folder)
    expect(second).toMatchObject({ ok: false, error: { kind: "in-use", message: expect.stringMatching(/already/) } })
    first.value.release()
    const third = lockDashboard(folder)
    expect(third.ok).toBe(true)
    if (third.ok) third.value.release()
  })
})
