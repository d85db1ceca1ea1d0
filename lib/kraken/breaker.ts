import type { BreakerState } from "./contract"

/** Refusals of key or signature, of all keys of one origin, after which nothing signed is sent for a while. */
export const REFUSALS_MAX = 3
export const REFUSAL_WINDOW_MS = 5 * 60_000
/** Kraken locks whole accounts out for about a quarter of an hour, and each further call begins it anew. */
export const PAUSE_MS = 15 * 60_000

export function closedBreaker(): BreakerState {
  return { refusedAtMs: [], pausedUntilMs: null, why: null }
}

/** Until when signed calls wait, or null. A pause longer than we ever set is of a clock that was wrong, and is cut to ours. */
export function pausedUntilMs(state: BreakerState, nowMs: number): number | null {
  if (state.pausedUntilMs === null || state.pausedUntilMs <= nowMs) return null
  return Math.min(state.pausedUntilMs, nowMs + PAUSE_MS)
}

/** Whether the pause is longer than any of ours: a clock that was ahead wrote it down. */
export function isTooLong({ pausedUntilMs: untilMs }: BreakerState, nowMs: number): boolean {
  return untilMs !== null && untilMs > nowMs + PAUSE_MS
}

/** The state with a pause of at most a quarter of an hour. */
export function cutPause(state: BreakerState, nowMs: number): BreakerState {
  return { ...state, pausedUntilMs: pausedUntilMs(state, nowMs) }
}

// A refusal a little ahead of us came before the clock was set back: it counts. One far ahead was written by a wrong clock.
function recentRefusals(state: BreakerState, nowMs: number): readonly number[] {
  return state.refusedAtMs.filter((atMs) => Math.abs(nowMs - atMs) < REFUSAL_WINDOW_MS)
}

/** How many more refusals there may be before the pause. */
export function refusalsLeft(state: BreakerState, nowMs: number): number {
  return REFUSALS_MAX - recentRefusals(state, nowMs).length
}

/** The state after Kraken refused a key or a signature. */
export function noteRefusal(state: BreakerState, nowMs: number): BreakerState {
  const refusedAtMs = [...recentRefusals(state, nowMs), nowMs]
  if (refusedAtMs.length < REFUSALS_MAX) return { ...stillPaused(state, nowMs), refusedAtMs }
  return { refusedAtMs, pausedUntilMs: nowMs + PAUSE_MS, why: "refusals" }
}

/** The state after Kraken said that we are locked out. */
export function noteLockout(state: BreakerState, nowMs: number): BreakerState {
  return { refusedAtMs: state.refusedAtMs, pausedUntilMs: nowMs + PAUSE_MS, why: "lockout" }
}

function stillPaused(state: BreakerState, nowMs: number): BreakerState {
  return pausedUntilMs(state, nowMs) === null ? { ...state, pausedUntilMs: null, why: null } : state
}
