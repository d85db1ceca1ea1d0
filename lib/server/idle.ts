/** Secrets go when nobody has been there for a quarter of an hour. Only a person's input counts; pages that refresh do not. */
import type { Clock } from "@/lib/core/clock"
import type { SessionView } from "@/lib/protocol/session-view"

export const WARN_AFTER_MS = 13 * 60_000
export const FORGET_AFTER_MS = 15 * 60_000
/** A machine that sleeps stops timers, but not the time: looked at this often, secrets do not outlive its waking. */
const LOOK_EVERY_MS = 15_000

export interface IdleDeps {
  readonly clock: Clock
  secretsHeld(): number
  forgetSecrets(): void
}

export class Idle {
  readonly #deps: IdleDeps
  readonly #ended = new AbortController()
  #lastInputMs: number
  #watching = false

  constructor(deps: IdleDeps) {
    this.#deps = deps
    this.#lastInputMs = deps.clock.nowMs()
  }

  /** A person was there just now. Where the time is already up, that comes too late for the secrets. */
  noteInput(): void {
    this.check()
    this.#lastInputMs = this.#deps.clock.nowMs()
  }

  /** A person brings a secret: their time counts from here, and is watched as long as one is held. */
  takeIn(hold: () => void): void {
    this.noteInput()
    hold()
    if (!this.#watching) void this.#watch()
  }

  /** Forgets the secrets if their time is up. */
  check(): void {
    const nowMs = this.#deps.clock.nowMs()
    // A clock that was set back must not prolong anything.
    this.#lastInputMs = Math.min(this.#lastInputMs, nowMs)
    if (nowMs >= this.#lastInputMs + FORGET_AFTER_MS && this.#deps.secretsHeld() > 0) this.#deps.forgetSecrets()
  }

  /** When the page warns and when the secrets go; null while there are none. */
  view(): SessionView["idle"] {
    if (this.#deps.secretsHeld() === 0) return null
    const iso = (afterMs: number) => new Date(this.#lastInputMs + afterMs).toISOString()
    return { warnAt: iso(WARN_AFTER_MS), forgetAt: iso(FORGET_AFTER_MS) }
  }

  close(): void {
    this.#ended.abort(new DOMException("Keytrim ends", "AbortError"))
  }

  async #watch(): Promise<void> {
    this.#watching = true
    const { signal } = this.#ended
    while (!signal.aborted && this.#deps.secretsHeld() > 0) {
      const leftMs = this.#lastInputMs + FORGET_AFTER_MS - this.#deps.clock.nowMs()
      await this.#deps.clock.sleep(Math.min(Math.max(leftMs, 0), LOOK_EVERY_MS), signal).catch(() => undefined)
      this.check()
    }
    this.#watching = false
  }
}
