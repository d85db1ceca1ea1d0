import { charge, chargeFull, countedFromNow, emptySpending, type Spend } from "./budget"
import type { KeyState, KrakenStore, Tier } from "./contract"
import { type ClockScale, recentRefusals } from "./nonce"

export function emptyKeyState(): KeyState {
  return { lastNonce: {}, refusedAtMs: [], ...emptySpending(), workedScale: null, lastGood: null }
}

/** What is remembered of one key, written through at each change. Made and used only while the key's lock is held. */
export class KeyBook {
  readonly #store: KrakenStore
  readonly #keyRef: string
  #state: KeyState

  constructor(store: KrakenStore, keyRef: string, nowMs: number) {
    this.#store = store
    this.#keyRef = keyRef
    const state = store.loadKey(keyRef) ?? emptyKeyState()
    this.#state = { ...state, ...countedFromNow(state, nowMs) }
  }

  get state(): KeyState {
    return this.#state
  }

  /** Before the call is sent: whatever becomes of it, the nonce is used up and the points are paid. */
  noteSending(scale: ClockScale, nonce: string, spend: Spend, nowMs: number): void {
    const lastNonce = { ...this.#state.lastNonce, [scale]: nonce }
    this.#save({ ...charge(this.#state, spend, nowMs), lastNonce })
  }

  noteNonceRefused(nowMs: number, secondsRuledOut: boolean): void {
    const refusedAtMs = [...recentRefusals(this.#state.refusedAtMs, nowMs), nowMs]
    this.#save({ refusedAtMs, ...(secondsRuledOut ? { secondsRuledOut } : {}) })
  }

  /** Kraken's register now stands at this call's nonce or above; on any scale but seconds that ends the question for good. */
  noteGood(scale: ClockScale, read: Pick<KeyState, "workedScale" | "lastGood">): void {
    this.#save({ ...read, ...(scale === "s" ? {} : { secondsRuledOut: true }) })
  }

  noteThrottled(tier: Tier, nowMs: number): void {
    this.#save(chargeFull(this.#state, tier, nowMs))
  }

  #save(change: Partial<KeyState>): void {
    this.#state = { ...this.#state, ...change }
    this.#store.saveKey(this.#keyRef, this.#state)
  }
}
