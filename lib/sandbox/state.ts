import type { Account } from "./account"
import type { Tier } from "./call-counter"
import type { Lockouts } from "./lockout"
import { SAMPLE_IDS, sampleAccount } from "./sample-account"
import type { SandboxKey } from "./sandbox-key"

/** Everything that a stand-in Kraken remembers. One sandbox owns it; `answer` changes it as Kraken's answers would. */
export interface SandboxState {
  readonly tier: Tier
  readonly keys: SandboxKey[]
  readonly account: Account
  readonly lockouts: Lockouts
  /** Number of the next order, withdrawal or other thing that needs an id. */
  nextId: number
}

export function createState(keys: SandboxKey[], tier: Tier, nowMs: number): SandboxState {
  return { tier, keys, account: sampleAccount(nowMs), lockouts: new Map(), nextId: SAMPLE_IDS }
}

/**
 * A copy of everything that no audit may change: balances, orders, trades, ledger, transfers, addresses, exports, the safety switch.
 * What any accepted call must change (nonce, counter, last use) and what the owner sets at a key are not in it.
 */
export function accountSnapshot(state: SandboxState): Account {
  return structuredClone(state.account)
}
