import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { type History, openHistory } from "@/lib/history/open-history"
import type { BreakerState, KeyState } from "@/lib/kraken/contract"
import { createKrakenStore, createSampleStore } from "./kraken-store"
import { machineClock } from "./machine-clock"

const KEY = "0123456789abcdef".repeat(2)
const ORIGIN = "https://api.kraken.com"

const state: KeyState = {
  lastNonce: { ms: "1764072000000", ns: "18446744073709551615" },
  refusedAtMs: [1, 2],
  counter: { points: 3.5, atMs: 4 },
  spent: [{ points: 1, atMs: 5 }],
  workedScale: "ms",
  secondsRuledOut: true,
  lastGood: { atMs: 6, ipAllowlisted: true, validUntilMs: null },
}
const noted = (before: BreakerState): BreakerState => ({ ...before, refusedAtMs: [...before.refusedAtMs, 7] })

let home = ""
let histories: History[] = []
beforeEach(() => {
  home = mkdtempSync(path.join(tmpdir(), "keytrim-store-"))
  histories = []
})
afterEach(() => {
  for (const history of histories) history.close()
  rmSync(home, { recursive: true, force: true })
})

function open() {
  const history = openHistory(home, machineClock)
  if (!history.ok) throw new Error(history.error.kind)
  histories.push(history.value)
  return history.value
}

describe("the client's memory in the data folder", () => {
  it("gives back what was stored, also to another process, and the largest nonce unharmed", () => {
    createKrakenStore(open()).saveKey(KEY, state)
    expect(createKrakenStore(open()).loadKey(KEY)).toEqual(state)
  })

  it("counts refusals of both processes together", () => {
    const [one, other] = [createKrakenStore(open()), createKrakenStore(open())]
    one.updateBreaker(ORIGIN, noted)
    expect(other.updateBreaker(ORIGIN, noted).refusedAtMs).toEqual([7, 7])
    expect(one.loadBreaker(ORIGIN).refusedAtMs).toEqual([7, 7])
    expect(one.loadBreaker("http://127.0.0.1:1")).toEqual({ refusedAtMs: [], pausedUntilMs: null, why: null })
  })

  it("does not believe a stored state of another form", () => {
    const history = open()
    history.keyStates((stored) => stored).save(KEY, { ...state, lastNonce: { ms: "-1" } })
    expect(() => createKrakenStore(history).loadKey(KEY)).toThrow()
  })
})

describe("the client's memory for sample keys", () => {
  it("remembers within the process only", async () => {
    const store = createSampleStore()
    store.saveKey(KEY, state)
    expect(store.loadKey(KEY)).toEqual(state)
    expect(store.updateBreaker(ORIGIN, noted).refusedAtMs).toEqual([7])
    expect(store.loadBreaker(ORIGIN).refusedAtMs).toEqual([7])
    ;(await store.lockKey(KEY)).release()
    expect(createSampleStore().loadKey(KEY)).toBeNull()
  })
})
