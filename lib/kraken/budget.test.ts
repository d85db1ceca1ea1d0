import fc from "fast-check"
import { describe, expect, it } from "vitest"
import {
  budgetWaitMs,
  charge,
  chargeFull,
  drainMs,
  emptySpending,
  HELD_MAX,
  heldPoints,
  SHARED_PER_MINUTE_MAX,
  type Spend,
} from "./budget"

const TIERS = ["starter", "intermediate", "pro"] as const
const START_MS = 1_795_608_000_000

/** Spends as fast as the budget allows and returns the moments. */
function spendAll(
  costs: readonly number[],
  spend: Omit<Spend, "cost">,
): { atMs: number; cost: number; held: number }[] {
  let state = emptySpending()
  let nowMs = START_MS
  return costs.map((cost) => {
    for (let waitMs = 1; waitMs > 0; nowMs += waitMs) waitMs = budgetWaitMs(state, { ...spend, cost }, nowMs)
    state = charge(state, { ...spend, cost }, nowMs)
    return { atMs: nowMs, cost, held: state.counter.points }
  })
}

describe("the budget", () => {
  const costs = fc.array(fc.constantFrom(1, 2), { maxLength: 30 })

  it("never holds more than its share of the counter", () => {
    fc.assert(
      fc.property(costs, fc.constantFrom(...TIERS), fc.boolean(), (list, tier, shared) => {
        for (const { held } of spendAll(list, { tier, shared })) expect(held).toBeLessThanOrEqual(HELD_MAX + 1e-6)
      }),
    )
  })

  it("spends at most five points in any minute where a program may use the key", () => {
    fc.assert(
      fc.property(costs, fc.constantFrom(...TIERS), (list, tier) => {
        const spent = spendAll(list, { tier, shared: true })
        for (const { atMs } of spent) {
          const minute = spent.filter((entry) => entry.atMs > atMs - 60_000 && entry.atMs <= atMs)
          expect(minute.reduce((sum, { cost }) => sum + cost, 0)).toBeLessThanOrEqual(SHARED_PER_MINUTE_MAX)
        }
      }),
    )
  })

  it("waits for a counter that Kraken called full", () => {
    const state = chargeFull(emptySpending(), "starter", START_MS)
    const waitMs = budgetWaitMs(state, { cost: 1, tier: "starter", shared: false }, START_MS)
    expect(waitMs).toBe(Math.ceil((10 / 0.33) * 1000))
    expect(heldPoints(state.counter, "starter", START_MS + drainMs("starter"))).toBe(0)
  })

  it("forgets nothing when the clock is set back", () => {
    const state = chargeFull(emptySpending(), "pro", START_MS)
    expect(heldPoints(state.counter, "pro", START_MS - 3_600_000)).toBe(20)
  })
})
