import { describe, expect, it } from "vitest"
import { closedBreaker, noteLockout } from "./breaker"
import { emptyKeyState } from "./key-book"
import { breakerStateSchema, keyStateSchema } from "./stored-state"
import { Bench, refusing } from "./testing/bench"

const throughDisk = (state: unknown) => JSON.parse(JSON.stringify(state))

describe("keyStateSchema", () => {
  it("brings back every state that the client writes, whole", async () => {
    const bench = new Bench()
    await bench.read({ nonceScale: "unused" })
    bench.answer = () => refusing("EAPI:Invalid nonce")
    await bench.read({ nonceScale: "unknown" })
    await bench.read({ nonceScale: "ns" })
    expect(bench.store.saves.length).toBeGreaterThan(4)
    for (const state of [emptyKeyState(), ...bench.store.saves])
      expect(keyStateSchema.parse(throughDisk(state))).toEqual(state)
  })

  it("refuses a nonce that is no number", () => {
    expect(keyStateSchema.safeParse({ ...emptyKeyState(), lastNonce: { ms: "1e9" } }).success).toBe(false)
  })
})

describe("breakerStateSchema", () => {
  it("brings back open and closed, whole", () => {
    for (const state of [closedBreaker(), noteLockout(closedBreaker(), 1_795_608_000_000)])
      expect(breakerStateSchema.parse(throughDisk(state))).toEqual(state)
  })
})
