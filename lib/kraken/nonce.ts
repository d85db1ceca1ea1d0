/**
 * Which nonces may be tried on a key whose program counts by itself. Pure: numbers in, numbers out.
 *
 * Kraken keeps one register for each key and accepts only a nonce above it. Whatever we send and Kraken accepts, the program must
 * exceed with its next call; so a nonce of ours has to stay below everything that the program can still send. Assumed are a program
 * whose clock is at most 5 s off Kraken's, and calls under way for at most 2 s. A program's number that reaches Kraken after ours is
 * then at least Kraken's time − 7 s, on the program's scale.
 *
 * Named clock scale: `lower`, the smaller of Kraken's clock and ours, minus 10 s; a second try 10 s later at minus 8 s. Both stay
 * below 7 s, so no clock-based program of that scale is ever refused because of them.
 *
 * Don't know, and a counter. The scales stand a factor of 1,000 apart, so a number in seconds disturbs a program in seconds only:
 * 1. seconds at Kraken's lower bound + 5 s. Accepted, a seconds program gets in again 6 s later (plus what its own clock is slow).
 * 2. refused: seconds at Kraken's upper bound + 28 s, which is above all that a seconds program can have sent: 5 s for its clock, 2 s
 *    for our call on its way, 1 s for whole seconds, and 20 s for numbers ahead of the clock. A program that makes several calls
 *    within one second counts on from its last number, and Kraken's call counter (20 points at most) bounds how far it gets.
 *    Accepted, it was such a program, ahead of Kraken's clock; it waits once, for about half a minute at most. Without those 20 s
 *    the wait would be 9 s, but of the simulated seconds programs that call in bursts one in seven was then taken for one in
 *    milliseconds, and never got in again.
 * 3. refused as well: no seconds program is there. Milliseconds at `lower` − 8 s, as for a named scale. Nothing larger, ever.
 * A plain counter (from one, or from the moment its program started) can be overtaken by any of these; no number could avoid it.
 */
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import type { KeyState } from "./contract"
import type { ClockBounds } from "./kraken-clock"

/** Scales on which a nonce follows the clock. */
export type ClockScale = "s" | "ms" | "us" | "ticks" | "ns"

const FIRST_MARGIN_MS = 10_000
const SECOND_MARGIN_MS = 8_000
const SECOND_TRY_AFTER_MS = 10_000
const BETWEEN_CALLS_MARGIN_MS = 200
const UNUSED_RETRY_AFTER_MS = 2_000
const SECONDS_AHEAD_MS = 5_000
/** The longest that a call is assumed to be under way, in one direction. */
export const LATENCY_MAX_MS = 2_000
const ABOVE_SECONDS_MS = LATENCY_MAX_MS + 5_000 + 1_000 + 20_000

/** Longest wait for a nonce to fit under the clock. */
export const FIT_WAIT_MAX_MS = 30_000
export const REFUSALS_MAX = 3
export const REFUSAL_WINDOW_MS = 15 * 60_000
/** Bounds this close are close enough to tell a seconds program from another. */
export const NARROW_MS = 1_200

export interface Attempt {
  readonly scale: ClockScale
  /** Pause after the refusal before this attempt. */
  readonly afterMs: number
  readonly aim: { readonly at: "lower" | "kraken-low" | "kraken-high"; readonly plusMs: number }
  /** Whether the nonce may go above its aim to exceed our own last one; only where nothing else uses the key. */
  readonly climbs: boolean
  /** Whether a refusal of this attempt proves that no seconds program uses the key. */
  readonly rulesOutSeconds: boolean
}

function under(scale: ClockScale, marginMs: number, afterMs = 0): Attempt {
  const aim = { at: "lower", plusMs: -marginMs } as const
  return { scale, afterMs, aim, climbs: false, rulesOutSeconds: false }
}

function carefully(scale: ClockScale): readonly Attempt[] {
  return [under(scale, FIRST_MARGIN_MS), under(scale, SECOND_MARGIN_MS, SECOND_TRY_AFTER_MS)]
}

function findOut(secondsRuledOut: boolean): readonly Attempt[] {
  if (secondsRuledOut) return carefully("ms")
  const seconds = { scale: "s", afterMs: 0, climbs: false } as const
  return [
    { ...seconds, aim: { at: "kraken-low", plusMs: SECONDS_AHEAD_MS }, rulesOutSeconds: false },
    { ...seconds, aim: { at: "kraken-high", plusMs: ABOVE_SECONDS_MS }, rulesOutSeconds: true },
    under("ms", SECOND_MARGIN_MS),
  ]
}

/** The attempts of one reading, in order; each is made only after the one before it was refused. */
export function planAttempts(scale: NonceScale, betweenCalls: boolean, secondsRuledOut: boolean): readonly Attempt[] {
  if (scale === "unknown" || scale === "counter") return findOut(secondsRuledOut)
  if (scale === "unused") {
    const here = { ...under("ms", 0), climbs: true }
    return [here, { ...here, afterMs: UNUSED_RETRY_AFTER_MS }]
  }
  return betweenCalls ? [under(scale, BETWEEN_CALLS_MARGIN_MS)] : carefully(scale)
}

/** Whether the plan rests on knowing Kraken's clock closely, not only roughly. */
export function needsNarrowBounds(attempts: readonly Attempt[]): boolean {
  return attempts.some(({ aim }) => aim.at !== "lower")
}

function unitsPerSecond(scale: ClockScale): bigint {
  const units = NONCE_SCALES.find(({ id }) => id === scale)?.unitsPerSecond
  if (!units) throw new Error(`${scale} does not follow a clock`)
  return units
}

function aimMs({ aim }: Attempt, bounds: ClockBounds, nowMs: number): number {
  const kraken = nowMs + (aim.at === "kraken-high" ? bounds.highMs : bounds.lowMs)
  return Math.floor((aim.at === "lower" ? Math.min(nowMs, kraken) : kraken) + aim.plusMs)
}

export type Draw = { readonly nonce: string } | { readonly waitMs: number }

/**
 * The nonce of this attempt now, above `last` (our own last one on this scale, and on no other), or how long to wait until one fits
 * under the clock.
 */
export function drawNonce(attempt: Attempt, last: string | undefined, bounds: ClockBounds, nowMs: number): Draw {
  const units = unitsPerSecond(attempt.scale)
  const aim = aimMs(attempt, bounds, nowMs)
  const target = (BigInt(aim) * units) / 1000n
  const least = BigInt(last ?? 0) + 1n
  if (target >= least) return { nonce: String(target) }
  if (attempt.climbs) return { nonce: String(least) }
  // Rounded up: a millisecond too early would only find that it still does not fit.
  return { waitMs: Number((least * 1000n + units - 1n) / units - BigInt(aim)) }
}

/** Refusals that still count. One a little ahead of us came before the clock was set back; one far ahead was written by a wrong clock. */
export function recentRefusals(refusedAtMs: KeyState["refusedAtMs"], nowMs: number): readonly number[] {
  return refusedAtMs.filter((atMs) => Math.abs(nowMs - atMs) < REFUSAL_WINDOW_MS)
}

/** When a next try is allowed, or null where it is now: at most three refused nonces of a key in a quarter of an hour. */
export function refusalsSpentUntilMs(refusedAtMs: KeyState["refusedAtMs"], nowMs: number): number | null {
  const oldest = recentRefusals(refusedAtMs, nowMs).at(-REFUSALS_MAX)
  return oldest === undefined ? null : oldest + REFUSAL_WINDOW_MS
}
