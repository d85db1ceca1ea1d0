/** One stream for each open page, of everything that happens; what a page misses while it is away, it asks for again. */
import type { Clock } from "@/lib/core/clock"
import type { LiveEvent } from "@/lib/protocol/run-event"
import { Pulse } from "./pulse"

/** Shows both sides that the connection is still there. */
const BEAT_MS = 15_000
/** A page that has stopped reading is let go; when it is back, it connects anew. */
const BEHIND_MAX = 2_000

interface Follower {
  readonly queue: LiveEvent[]
  readonly pulse: Pulse
}

export class Live {
  readonly #clock: Clock
  readonly #followers = new Set<Follower>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  publish(event: LiveEvent): void {
    for (const { queue, pulse } of this.#followers) {
      queue.push(event)
      pulse.beat()
    }
  }

  /** Ends when `signal` is aborted, when `allowed` no longer holds, or when the follower is too far behind. */
  async *follow(allowed: () => boolean, signal: AbortSignal): AsyncGenerator<LiveEvent> {
    const follower: Follower = { queue: [], pulse: new Pulse() }
    this.#followers.add(follower)
    try {
      yield { type: "hello" }
      while (!signal.aborted && follower.queue.length <= BEHIND_MAX) {
        const event = follower.queue.shift() ?? (await this.#next(follower, signal))
        if (signal.aborted || !allowed()) return
        yield event
      }
    } finally {
      this.#followers.delete(follower)
    }
  }

  /** The next event, or a beat once nothing has happened for a while. */
  async #next({ queue, pulse }: Follower, signal: AbortSignal): Promise<LiveEvent> {
    const waiting = new AbortController()
    const either = AbortSignal.any([signal, waiting.signal])
    const silence = this.#clock.sleep(BEAT_MS, either).catch(() => undefined)
    await Promise.race([pulse.next(either), silence])
    waiting.abort()
    return queue.shift() ?? { type: "beat" }
  }
}
