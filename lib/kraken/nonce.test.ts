import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"
import { drawNonce, planAttempts, refusalsSpentUntilMs } from "./nonce"

const NOW_MS = 1_795_608_000_000
const EXACT = { lowMs: 0, highMs: 0 }

describe("planAttempts", () => {
  it("never plans a larger scale than the one named, nor any above milliseconds that was not named", () => {
    for (const { id } of NONCE_SCALES)
      for (const betweenCalls of [false, true])
        for (const ruledOut of [false, true]) {
          const scales = new Set(planAttempts(id, betweenCalls, ruledOut).map(({ scale }) => scale))
          if (id === "unknown" || id === "counter")
            expect([...scales].every((scale) => scale === "s" || scale === "ms")).toBe(true)
          else expect([...scales]).toEqual([id === "unused" ? "ms" : id])
        }
  })

  it("plans at most three attempts, and one alone between calls", () => {
    for (const { id } of NONCE_SCALES) expect(planAttempts(id, false, false).length).toBeLessThanOrEqual(3)
    expect(planAttempts("ms", true, false)).toHaveLength(1)
    // Without a named clock scale there is nothing to go between.
    for (const id of ["unknown", "counter", "unused"] as const)
      expect(planAttempts(id, true, false)).toEqual(planAttempts(id, false, false))
  })

  it("asks in seconds only until a seconds program is ruled out", () => {
    expect(planAttempts("unknown", false, false).map(({ scale }) => scale)).toEqual(["s", "s", "ms"])
    expect(planAttempts("unknown", false, true)).toEqual(planAttempts("ms", false, false))
  })
})

describe("drawNonce", () => {
  const [first] = planAttempts("ms", false, false)
  const [unused] = planAttempts("unused", false, false)
  if (!first || !unused) throw new Error("no plan")

  it("stays ten seconds under the earlier of the two clocks", () => {
    expect(drawNonce(first, undefined, EXACT, NOW_MS)).toEqual({ nonce: String(NOW_MS - 10_000) })
    expect(drawNonce(first, undefined, { lowMs: -700, highMs: 300 }, NOW_MS)).toEqual({
      nonce: String(NOW_MS - 10_700),
    })
    expect(drawNonce(first, undefined, { lowMs: 4_000, highMs: 5_000 }, NOW_MS)).toEqual({
      nonce: String(NOW_MS - 10_000),
    })
  })

  it("waits for the clock where our own last nonce is too near, instead of climbing above it", () => {
    expect(drawNonce(first, String(NOW_MS - 9_500), EXACT, NOW_MS)).toEqual({ waitMs: 501 })
  })

  it("climbs only where nothing else uses the key", () => {
    expect(drawNonce(unused, String(NOW_MS + 5_000), EXACT, NOW_MS)).toEqual({ nonce: String(NOW_MS + 5_001) })
  })

  it("fits after the wait that it asked for, and not a millisecond earlier, on every scale", () => {
    const scales = fc.constantFrom("s", "ms", "us", "ticks", "ns" as const)
    fc.assert(
      fc.property(scales, fc.integer({ min: 1, max: 30_000 }), fc.nat(999), (scale, aheadMs, part) => {
        const [attempt] = planAttempts(scale, false, false)
        if (!attempt) throw new Error("no plan")
        const later = drawNonce(attempt, undefined, EXACT, NOW_MS + part + aheadMs)
        if (!("nonce" in later)) throw new Error("no nonce")
        const now = drawNonce(attempt, later.nonce, EXACT, NOW_MS + part)
        if (!("waitMs" in now)) throw new Error("did not wait")
        expect("nonce" in drawNonce(attempt, later.nonce, EXACT, NOW_MS + part + now.waitMs)).toBe(true)
        expect("nonce" in drawNonce(attempt, later.nonce, EXACT, NOW_MS + part + now.waitMs - 1)).toBe(false)
      }),
    )
  })
})

describe("refusalsSpentUntilMs", () => {
  it("allows three refusals in a quarter of an hour", () => {
    const minute = 60_000
    const at = (...minutes: number[]) =>
      refusalsSpentUntilMs(
        minutes.map((m) => NOW_MS - m * minute),
        NOW_MS,
      )
    expect(at(14, 1)).toBeNull()
    expect(at(16, 14, 1)).toBeNull()
    expect(at(14, 2, 1)).toBe(NOW_MS + minute)
    expect(at(14, 13, 2, 1)).toBe(NOW_MS + 2 * minute)
    // The clock was set back by two minutes in between; and, in the last one, by a year.
    expect(at(14, 1, -1)).toBe(NOW_MS + minute)
    expect(at(14, 1, -525_600)).toBeNull()
  })
})
