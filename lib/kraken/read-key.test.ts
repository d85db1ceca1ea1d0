import { describe, expect, it } from "vitest"
import { Bench } from "./testing/bench"

describe("readKey", () => {
  it("reads a key with one accepted call and drops everything that is not a fact", async () => {
    const bench = new Bench()
    const { outcome, events } = await bench.read()
    if (!outcome.ok) throw new Error(outcome.error.kind)
    expect(outcome.value).toMatchObject({
      source: "kraken",
      last4: bench.signer.last4,
      name: { state: "known", value: "documented" },
      validUntil: { state: "known", value: null },
      createdAt: { state: "known", value: "2026-03-03T13:01:40.000Z" },
      nonceScale: "ms",
    })
    expect(outcome.value.permissions["withdraw-funds"]).toBe("granted")
    expect(outcome.value.permissions["close-trades"]).toBe("denied")
    const seen = JSON.stringify([outcome, events])
    for (const text of ["AA00 0000", bench.signer.apiKey, "1772627060997", "1772627061"])
      expect(seen).not.toContain(text)
    expect(bench.bodies).toHaveLength(1)
    expect(bench.store.held).toBe(0)
  })
})
