import type { FailureKind } from "@/lib/audit/failure-kinds"
import type { AnswerClass } from "@/lib/audit/probe-record"
import type { Answer } from "./answer"
import { drainMs } from "./budget"
import type { KeyState, KrakenFailure, Tier } from "./contract"
import type { ClockBounds } from "./kraken-clock"

/** What a refusal is judged by, besides the answer itself. */
export interface FailureContext {
  readonly nowMs: number
  readonly tier: Tier
  readonly otpGiven: boolean
  readonly lastGood: KeyState["lastGood"]
  readonly bounds: ClockBounds | null
  /** Until when no call should follow this answer: the breaker's pause, or three refused nonces. */
  readonly pausedUntilMs: number | null
}

/** How far our clock may be behind Kraken's before a refused nonce is put down to it. */
const CLOCK_BEHIND_MAX_MS = 5_000
/** Kraken is believed about when to come back only within a day. */
const WAIT_MAX_MS = 24 * 60 * 60_000

const KINDS: Readonly<Record<Exclude<AnswerClass, "ok">, FailureKind>> = {
  "invalid-key": "wrong-key",
  "invalid-signature": "wrong-secret",
  "invalid-nonce": "nonce",
  denied: "otp-required",
  throttled: "throttled",
  "locked-out": "locked-out",
  unavailable: "kraken-unavailable",
  unreachable: "unreachable",
  timeout: "timeout",
  malformed: "malformed-answer",
  "unknown-method": "unknown-method",
  "other-error": "unexpected",
}

/** Kinds that may pass without anyone changing anything about the key. */
const RETRYABLE: readonly FailureKind[] = [
  "nonce",
  "clock",
  "throttled",
  "locked-out",
  "paused",
  "kraken-unavailable",
  "unreachable",
  "timeout",
  "malformed-answer",
]

/** A failure without anything of Kraken's in it, such as our own pause. */
export function plainFailure(kind: FailureKind, more: Partial<KrakenFailure> = {}): KrakenFailure {
  const retryable = RETRYABLE.includes(kind)
  return { kind, krakenText: null, retryable, pausedUntilMs: null, clockSkewMs: null, ...more }
}

/**
 * The most useful first suspicion about a refusal of GetApiKeyInfo, which needs no permission. Where Kraken's text has several
 * meanings, the rules below choose; the message built from the kind names the others.
 */
function kindOf(answer: Answer, context: FailureContext): FailureKind {
  if (answer.incident) return "incident"
  if (answer.class === "ok") return "malformed-answer"
  if (answer.class === "invalid-key" && wasFineFromHere(context)) return "ip-not-allowed"
  // A secret that was copied whole is rarely wrong, and one look at Kraken's settings tells whether the key has a one-time password.
  if (answer.class === "invalid-signature" && !context.otpGiven) return "otp-required"
  if (answer.class === "invalid-nonce" && clockSkewMs(context.bounds) !== null) return "clock"
  return KINDS[answer.class]
}

// Kraken has no known text of its own for a foreign address: only a key that worked from here with a list makes the list likely.
function wasFineFromHere({ lastGood, nowMs }: FailureContext): boolean {
  if (!lastGood?.ipAllowlisted) return false
  return lastGood.validUntilMs === null || nowMs < lastGood.validUntilMs
}

/** Our clock minus Kraken's where ours is certainly too far behind; else null. Clocks ahead never make a nonce too small. */
function clockSkewMs(bounds: ClockBounds | null): number | null {
  if (!bounds || bounds.lowMs <= CLOCK_BEHIND_MAX_MS) return null
  return -Math.round((bounds.lowMs + bounds.highMs) / 2)
}

function waitUntilMs(kind: FailureKind, answer: Answer, context: FailureContext): number | null {
  if (kind === "locked-out" || kind === "nonce" || kind === "clock") return context.pausedUntilMs
  if (kind !== "throttled") return null
  const asked = answer.throttledUntilMs ?? 0
  const believable = asked > context.nowMs && asked < context.nowMs + WAIT_MAX_MS
  return believable ? asked : context.nowMs + drainMs(context.tier)
}

/** Turns an answer that brought no facts into a named failure. `shownText` is Kraken's deciding error as it may be shown. */
export function failureOf(answer: Answer, context: FailureContext, shownText: string | null): KrakenFailure {
  const kind = kindOf(answer, context)
  return plainFailure(kind, {
    krakenText: shownText,
    pausedUntilMs: waitUntilMs(kind, answer, context),
    clockSkewMs: kind === "clock" ? clockSkewMs(context.bounds) : null,
    otpGiven: context.otpGiven,
  })
}
