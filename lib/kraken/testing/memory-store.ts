import { closedBreaker } from "../breaker"
import type { BreakerState, KeyState, KrakenStore } from "../contract"

/** A store as other processes would share it: what is read is a copy, and a key is held by one at a time. */
export class MemoryStore implements KrakenStore {
  readonly keys = new Map<string, KeyState>()
  readonly breakers = new Map<string, BreakerState>()
  readonly saves: KeyState[] = []
  #tails = new Map<string, Promise<void>>()
  held = 0

  loadKey(keyRef: string): KeyState | null {
    return structuredClone(this.keys.get(keyRef) ?? null)
  }

  saveKey(keyRef: string, state: KeyState): void {
    this.saves.push(structuredClone(state))
    this.keys.set(keyRef, structuredClone(state))
  }

  loadBreaker(originUrl: string): BreakerState {
    return structuredClone(this.breakers.get(originUrl) ?? closedBreaker())
  }

  updateBreaker(originUrl: string, change: (state: BreakerState) => BreakerState): BreakerState {
    const state = change(this.loadBreaker(originUrl))
    this.breakers.set(originUrl, state)
    return state
  }

  async lockKey(keyRef: string, signal?: AbortSignal): Promise<{ release(): void }> {
    const before = this.#tails.get(keyRef) ?? Promise.resolve()
    let free = () => {}
    const mine = new Promise<void>((resolve) => {
      free = resolve
    })
    this.#tails.set(
      keyRef,
      before.then(() => mine),
    )
    const gaveUp = new Promise<never>((_, reject) => {
      if (signal?.aborted) reject(signal.reason)
      signal?.addEventListener("abort", () => reject(signal.reason))
    })
    try {
      await Promise.race([before, gaveUp])
    } catch (reason) {
      free()
      throw reason
    }
    this.held += 1
    return {
      release: () => {
        this.held -= 1
        free()
      },
    }
  }
}
