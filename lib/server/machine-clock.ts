import { setTimeout as wait } from "node:timers/promises"
import type { Clock } from "@/lib/core/clock"

/** Node takes a longer delay for none at all. */
const DELAY_MAX_MS = 2 ** 31 - 1

/** The machine's own clock: the one place where Keytrim asks what time it is. */
export const machineClock: Clock = Object.freeze({
  nowMs: () => Date.now(),
  async sleep(ms: number, signal?: AbortSignal) {
    try {
      await wait(Math.min(Math.max(0, ms), DELAY_MAX_MS), undefined, signal ? { signal } : {})
    } catch (problem) {
      throw signal?.aborted ? signal.reason : problem
    }
  },
})
