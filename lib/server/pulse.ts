/** Wakes everybody who waits for something to happen; what happened is for them to look up. */
export class Pulse {
  readonly #waiting = new Set<() => void>()

  beat(): void {
    for (const wake of [...this.#waiting]) wake()
  }

  /** Resolves at the next beat, or once `signal` is aborted; never rejects. */
  next(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        this.#waiting.delete(wake)
        signal.removeEventListener("abort", wake)
        resolve()
      }
      if (signal.aborted) return resolve()
      this.#waiting.add(wake)
      signal.addEventListener("abort", wake)
    })
  }
}
