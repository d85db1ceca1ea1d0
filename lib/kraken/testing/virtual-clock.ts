import type { Clock } from "@/lib/core/clock"

interface Timer {
  readonly atMs: number
  readonly order: number
  readonly fire: () => void
}

/** Time that moves only from one timer to the next, so that minutes pass in no time and in the same order each run. */
export class VirtualClock implements Clock {
  #nowMs: number
  #timers: Timer[] = []
  #order = 0

  constructor(startMs: number) {
    this.#nowMs = startMs
  }

  nowMs(): number {
    return this.#nowMs
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason)
      const giveUp = () => {
        this.#timers = this.#timers.filter((other) => other !== timer)
        reject(signal?.reason)
      }
      const fire = () => {
        signal?.removeEventListener("abort", giveUp)
        resolve()
      }
      const timer: Timer = { atMs: this.#nowMs + Math.max(0, ms), order: this.#order++, fire }
      this.#timers.push(timer)
      signal?.addEventListener("abort", giveUp)
    })
  }

  /** The same time as seen on a clock that is off by so much. */
  skewed(byMs: number): Clock {
    return { nowMs: () => this.#nowMs + byMs, sleep: (ms, signal) => this.sleep(ms, signal) }
  }

  /** Lets time pass until the work is done; throws where nothing is left to wait for. */
  async until<Value>(work: Promise<Value>): Promise<Value> {
    let done = false
    const finished = work.finally(() => {
      done = true
    })
    finished.catch(() => undefined)
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve))
      if (done) return finished
      this.#step()
    }
  }

  #step(): void {
    const next = this.#timers.reduce<Timer | null>(
      (first, timer) =>
        first === null || timer.atMs < first.atMs || (timer.atMs === first.atMs && timer.order < first.order)
          ? timer
          : first,
      null,
    )
    if (!next) throw new Error("everything waits, and nothing is left that could end it")
    this.#timers = this.#timers.filter((timer) => timer !== next)
    this.#nowMs = Math.max(this.#nowMs, next.atMs)
    next.fire()
  }
}
