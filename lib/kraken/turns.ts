/**
 * Signed calls that are under way from this process, by origin. Each of them may still come back refused, and too many refusals lock
 * a whole account out: so there are never more of them than refusals may still come before the pause.
 */
export class Turns {
  readonly #underWay = new Map<string, number>()
  readonly #waiting = new Set<() => void>()

  /** Resolves with what ends the turn, which may be called more than once. Rejects with the signal's reason when aborted. */
  async take(originUrl: string, refusalsLeft: () => number, signal: AbortSignal): Promise<() => void> {
    const underWay = () => this.#underWay.get(originUrl) ?? 0
    signal.throwIfAborted()
    // One may always go: whether it should is for the pause to say.
    while (underWay() >= Math.max(1, refusalsLeft())) {
      await this.#nextEnd(signal)
      signal.throwIfAborted()
    }
    this.#underWay.set(originUrl, underWay() + 1)
    let ended = false
    return () => {
      if (ended) return
      ended = true
      this.#underWay.set(originUrl, underWay() - 1)
      for (const wake of [...this.#waiting]) wake()
    }
  }

  #nextEnd(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener("abort", wake)
        resolve()
      }
      this.#waiting.add(wake)
      signal.addEventListener("abort", wake)
    })
  }
}
