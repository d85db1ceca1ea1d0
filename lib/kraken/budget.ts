import type { KeyState, Tier } from "./contract"

/** Kraken's call counter, one for each key: its ceiling, and how many points a second it forgets (https://docs.kraken.com/exchange/guides/rest/ratelimits, seen 2026-08). */
export const COUNTERS: Readonly<Record<Tier, { readonly max: number; readonly decayPerSecond: number }>> = {
  starter: { max: 15, decayPerSecond: 0.33 },
  intermediate: { max: 20, decayPerSecond: 0.5 },
  pro: { max: 20, decayPerSecond: 1 },
}

/** The most of a key's counter that Keytrim holds at once; the rest belongs to the program on the key. */
export const HELD_MAX = 6
/** The most that Keytrim spends in a minute where a program uses the key, or may. */
export const SHARED_PER_MINUTE_MAX = 5
const MINUTE_MS = 60_000

type Spending = Pick<KeyState, "counter" | "spent">

export function emptySpending(): Spending {
  return { counter: { points: 0, atMs: 0 }, spent: [] }
}

/** What a clock ahead of ours wrote down counts from now: else it would hold calls back until that moment comes. */
export function countedFromNow({ counter, spent }: Spending, nowMs: number): Spending {
  const atMs = (moment: { readonly atMs: number }) => Math.min(moment.atMs, nowMs)
  return {
    counter: { ...counter, atMs: atMs(counter) },
    spent: spent.map((entry) => ({ ...entry, atMs: atMs(entry) })),
  }
}

/** What is left of our own points on Kraken's counter. A clock that was set back forgets nothing. */
export function heldPoints(counter: KeyState["counter"], tier: Tier, nowMs: number): number {
  const seconds = Math.max(0, nowMs - counter.atMs) / 1000
  return Math.max(0, counter.points - seconds * COUNTERS[tier].decayPerSecond)
}

export interface Spend {
  readonly cost: number
  readonly tier: Tier
  /** Whether a program uses this key, or may. */
  readonly shared: boolean
}

/** Milliseconds to wait before this call keeps within both limits; 0 where it may go now. */
export function budgetWaitMs(state: Spending, spend: Spend, nowMs: number): number {
  const over = heldPoints(state.counter, spend.tier, nowMs) + spend.cost - HELD_MAX
  // A rounding error must not ask for a wait of nothing, over and over.
  const forCounter = over > 1e-9 ? Math.ceil((over / COUNTERS[spend.tier].decayPerSecond) * 1000) : 0
  return Math.max(forCounter, spend.shared ? minuteWaitMs(state.spent, spend.cost, nowMs) : 0)
}

function minuteWaitMs(spent: KeyState["spent"], cost: number, nowMs: number): number {
  const recent = spent.filter(({ atMs }) => atMs > nowMs - MINUTE_MS)
  let points = recent.reduce((sum, entry) => sum + entry.points, 0)
  for (const entry of recent) {
    if (points + cost <= SHARED_PER_MINUTE_MAX) return 0
    points -= entry.points
    if (points + cost <= SHARED_PER_MINUTE_MAX) return Math.min(MINUTE_MS, entry.atMs + MINUTE_MS - nowMs)
  }
  return 0
}

/** The state after a call was paid for. It is paid for before it is sent, since refused calls count too. */
export function charge(state: Spending, spend: Spend, nowMs: number): Spending {
  return {
    counter: { points: heldPoints(state.counter, spend.tier, nowMs) + spend.cost, atMs: nowMs },
    spent: [
      ...state.spent.filter(({ atMs }) => atMs > nowMs - MINUTE_MS && atMs <= nowMs),
      { points: spend.cost, atMs: nowMs },
    ],
  }
}

/** The state after Kraken said that the counter is full: whoever filled it, it has to drain first. */
export function chargeFull(state: Spending, tier: Tier, nowMs: number): Spending {
  return { ...state, counter: { points: COUNTERS[tier].max, atMs: nowMs } }
}

/** Milliseconds in which a full counter drains completely. */
export function drainMs(tier: Tier): number {
  return Math.ceil((COUNTERS[tier].max / COUNTERS[tier].decayPerSecond) * 1000)
}
