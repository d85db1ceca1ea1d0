import type { Clock } from "@/lib/core/clock"

interface Timer {
  readonly atMs: number
  readonly fire: () => void
}

/** Lets everything run that waits for nothing but its turn. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve))
}

/** Time that stands still until a test lets it pass. Timers count what passes, whatever the clock is set to, as a machine's do. */
export class ManualClock implements Clock {
  #passedMs = 0
  #setMs: number
  #timers: Timer[] = []

  constructor(startMs = Date.UTC(2026, 10, 25, 12)) {
    this.#setMs = startMs
  }

  nowMs(): number {
    return this.#setMs + this.#passedMs
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const giveUp = () => {
        this.#drop(timer)
        reject(signal?.reason)
      }
      const fire = () => {
        signal?.removeEventListener("abort", giveUp)
        resolve()
      }
      const timer: Timer = { atMs: this.#passedMs + ms, fire }
      this.#timers.push(timer)
      signal?.addEventListener("abort", giveUp)
    })
  }

  /** Lets time pass, timer by timer, and everything run that they set going. */
  async advance(ms: number): Promise<void> {
    const endMs = this.#passedMs + ms
    for (;;) {
      await settle()
      const [next] = this.#timers.filter(({ atMs }) => atMs <= endMs).sort((one, other) => one.atMs - other.atMs)
      if (!next) break
      this.#drop(next)
      this.#passedMs = Math.max(this.#passedMs, next.atMs)
      next.fire()
    }
    this.#passedMs = endMs
    await settle()
  }

  /** As when somebody sets the clock, or the machine slept: the time is another one, and no timer has moved. */
  jump(ms: number): void {
    this.#setMs += ms
  }

  #drop(timer: Timer): void {
    this.#timers = this.#timers.filter((other) => other !== timer)
  }
}
