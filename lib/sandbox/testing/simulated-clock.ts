import type { Clock } from "@/lib/core/clock"

/** A clock that stands still until a test moves it; sleeping moves it, too. */
export interface SimulatedClock extends Clock {
  advance(ms: number): void
}

export const START_MS = Date.UTC(2026, 10, 25, 12)

export function simulatedClock(startMs = START_MS): SimulatedClock {
  let nowMs = startMs
  return {
    nowMs: () => nowMs,
    async sleep(ms, signal) {
      signal?.throwIfAborted()
      nowMs += ms
    },
    advance(ms) {
      nowMs += ms
    },
  }
}
