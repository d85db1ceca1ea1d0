/** What the Kraken client needs from its surroundings and what it gives back. lib/server joins it to lib/history and lib/vault. */
import type { KeyFacts } from "@/lib/audit/facts"
import type { FailureKind } from "@/lib/audit/failure-kinds"
import type { ProbeRecord } from "@/lib/audit/probe-record"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Clock } from "@/lib/core/clock"
import type { KrakenOrigin } from "@/lib/core/origin"
import type { Result } from "@/lib/core/result"
import type { Signer } from "@/lib/core/signer"

export type Tier = "starter" | "intermediate" | "pro"

/** One HTTP exchange. The real one uses node:http(s) without proxy and redirects; tests bring their own latency. */
export interface HttpRequest {
  readonly method: "GET" | "POST"
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly timeoutMs: number
}
export type TransportProblem = "unreachable" | "timeout" | "too-large" | "redirected"
export type Transport = (
  request: HttpRequest,
  signal?: AbortSignal,
) => Promise<Result<{ readonly status: number; readonly body: string }, TransportProblem>>

/** What has to be remembered of a key over processes and restarts. Found by a keyed hash, never by the key itself. */
export interface KeyState {
  /** The largest nonce that we sent, for each scale (decimal digits). */
  readonly lastNonce: Readonly<Partial<Record<NonceScale, string>>>
  /** When nonces of ours were refused (ms since 1970), newest last. */
  readonly refusedAtMs: readonly number[]
  /** Kraken's call counter as we estimate it, at the given moment. */
  readonly counter: { readonly points: number; readonly atMs: number }
  /** Points spent in the last minute, for keys that a program uses too. */
  readonly spent: readonly { readonly points: number; readonly atMs: number }[]
  /** The answer that was given about the program on this key, and worked. */
  readonly workedScale: NonceScale | null
  /**
   * True once Kraken's register was seen above every number that a program counting in seconds could reach. The register only
   * grows, so this never becomes false again; it spares later readings two refusals where the scale is not known.
   */
  readonly secondsRuledOut?: boolean
  /** The last time this key was read well from this machine. */
  readonly lastGood: {
    readonly atMs: number
    readonly ipAllowlisted: boolean
    readonly validUntilMs: number | null
  } | null
}

/** Refusals of key or signature, and lockouts, of all keys of one origin. */
export interface BreakerState {
  readonly refusedAtMs: readonly number[]
  readonly pausedUntilMs: number | null
  readonly why: "refusals" | "lockout" | null
}

/** Implemented by lib/history; every write is durable before it resolves. `keyRef` is the keyed hash of origin and public key. */
export interface KrakenStore {
  loadKey(keyRef: string): KeyState | null
  saveKey(keyRef: string, state: KeyState): void
  loadBreaker(originUrl: string): BreakerState
  /** Read, change and write in one transaction: other processes use the same file. */
  updateBreaker(originUrl: string, change: (state: BreakerState) => BreakerState): BreakerState
  /** Exclusive among all processes on this data folder; frees itself when the process dies. Rejects when aborted. */
  lockKey(keyRef: string, signal?: AbortSignal): Promise<{ release(): void }>
}

export interface KrakenDeps {
  readonly clock: Clock
  readonly transport: Transport
  readonly store: KrakenStore
}

export interface ReadKeyRequest {
  readonly origin: KrakenOrigin
  readonly signer: Signer
  readonly keyRef: string
  readonly nonceScale: NonceScale
  /** One try at clock − 0.2 s with a named clock scale, only on the person's word. */
  readonly betweenCalls: boolean
  /** Go on although the breaker is open, only on the person's word. */
  readonly despitePause: boolean
  readonly tier: Tier
  readonly signal: AbortSignal
}

export type KrakenEvent =
  | {
      readonly type: "waiting"
      readonly reason: "nonce" | "budget" | "lock"
      readonly text: string
      readonly untilMs: number | null
    }
  | { readonly type: "probe"; readonly probe: ProbeRecord }

export interface KrakenFailure {
  readonly kind: FailureKind
  readonly krakenText: string | null
  readonly retryable: boolean
  /** When a next call is sensible; only for `paused`, `throttled`, `locked-out`, and `nonce` where three refusals are spent. */
  readonly pausedUntilMs: number | null
  /** Only for `clock`: how far this machine's clock is from Kraken's, positive when ours is ahead. */
  readonly clockSkewMs: number | null
  /** Whether the refused call carried a one-time password: it decides what is suspected first. */
  readonly otpGiven?: boolean
}

export type ReadKeyOutcome = Result<KeyFacts, KrakenFailure>

export interface Kraken {
  /** One accepted call of GetApiKeyInfo, or a named failure. Aborting ends it with a thrown AbortError after the lock was freed; a call that was already sent is waited for, so that its answer counts. */
  readKey(request: ReadKeyRequest): AsyncGenerator<KrakenEvent, ReadKeyOutcome>
  /** Reads Kraken's public Time so that the next `readKey` need not; keeps it five minutes. Unsigned; never fails loudly. */
  learnTime(origin: KrakenOrigin, signal?: AbortSignal): Promise<ProbeRecord | null>
}
