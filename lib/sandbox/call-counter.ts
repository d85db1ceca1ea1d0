/** A key's call counter: every call adds its cost, time takes points away again (per second), above the maximum calls are refused. */
export type Tier = "starter" | "intermediate" | "pro"

// From Kraken's page on spot REST rate limits, seen 2026-08.
const LIMITS: Readonly<Record<Tier, { readonly pointsMax: number; readonly decayPerSecond: number }>> = {
  starter: { pointsMax: 15, decayPerSecond: 0.33 },
  intermediate: { pointsMax: 20, decayPerSecond: 0.5 },
  pro: { pointsMax: 20, decayPerSecond: 1 },
}

export interface CallCounter {
  points: number
  atMs: number
}

/** Counts a call, refused or not: calls made while the counter is full prolong the wait. False where this one is too many. */
export function countCall(counter: CallCounter, cost: number, tier: Tier, nowMs: number): boolean {
  const { pointsMax, decayPerSecond } = LIMITS[tier]
  const passedS = Math.max(0, nowMs - counter.atMs) / 1000
  counter.points = Math.max(0, counter.points - passedS * decayPerSecond) + cost
  counter.atMs = Math.max(nowMs, counter.atMs)
  return counter.points <= pointsMax
}
