import type { KeyFacts } from "@/lib/audit/facts"
import { err, ok } from "@/lib/core/result"
import { noteLockout, noteRefusal, pausedUntilMs } from "./breaker"
import type { Exchange } from "./client"
import type { BreakerState, KeyState, KrakenStore, ReadKeyOutcome, ReadKeyRequest } from "./contract"
import { failureOf } from "./failure"
import type { KeyBook } from "./key-book"
import type { ClockBounds } from "./kraken-clock"
import { type Attempt, LATENCY_MAX_MS, refusalsSpentUntilMs } from "./nonce"

/** What has to be known of a call besides its answer. */
export interface Sent {
  readonly request: ReadKeyRequest
  readonly attempt: Attempt
  readonly book: KeyBook
  readonly store: KrakenStore
  readonly bounds: ClockBounds | null
}

function lastGoodOf(facts: KeyFacts, atMs: number): KeyState["lastGood"] {
  const { ipAllowlist, validUntil } = facts
  const until = validUntil.state === "known" ? validUntil.value : null
  return {
    atMs,
    ipAllowlisted: ipAllowlist.state === "known" && ipAllowlist.value.length > 0,
    validUntilMs: until === null ? null : Date.parse(until),
  }
}

/** The breaker's state after this answer; it is written only where the answer changes it. */
function updateBreaker({ store, request }: Sent, exchange: Exchange<KeyFacts>): BreakerState {
  const { answer, receivedAtMs } = exchange
  const { url } = request.origin
  if (answer.class === "locked-out") return store.updateBreaker(url, (state) => noteLockout(state, receivedAtMs))
  if (answer.class === "invalid-key" || answer.class === "invalid-signature")
    return store.updateBreaker(url, (state) => noteRefusal(state, receivedAtMs))
  return store.loadBreaker(url)
}

/** Writes down what an answer means for key and breaker, before anyone hears of it, and says what the reading came to. */
export function settle(sent: Sent, exchange: Exchange<KeyFacts>): ReadKeyOutcome {
  const { request, attempt, book, bounds } = sent
  const { answer, revealed, sentAtMs, receivedAtMs: nowMs } = exchange
  if (revealed) {
    book.noteGood(attempt.scale, { workedScale: request.nonceScale, lastGood: lastGoodOf(revealed, nowMs) })
    return ok(revealed)
  }
  const breaker = updateBreaker(sent, exchange)
  const { lastGood } = book.state
  if (answer.class === "throttled") book.noteThrottled(request.tier, nowMs)
  if (answer.class === "invalid-nonce") {
    // A call that was under way for longer than assumed may have been overtaken by a seconds program: then it proves nothing.
    book.noteNonceRefused(nowMs, attempt.rulesOutSeconds && nowMs - sentAtMs <= 2 * LATENCY_MAX_MS)
  }
  const context = {
    nowMs,
    tier: request.tier,
    otpGiven: exchange.otpGiven,
    lastGood,
    bounds,
    pausedUntilMs:
      answer.class === "invalid-nonce"
        ? refusalsSpentUntilMs(book.state.refusedAtMs, nowMs)
        : pausedUntilMs(breaker, nowMs),
  }
  return err(failureOf(answer, context, exchange.shownError))
}
