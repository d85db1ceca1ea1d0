import { err, ok, type Result } from "@/lib/core/result"
import { budgetWaitMs, type Spend } from "./budget"
import type { KrakenDeps, KrakenEvent, KrakenFailure } from "./contract"
import { plainFailure } from "./failure"
import type { KeyBook } from "./key-book"
import type { ClockBounds } from "./kraken-clock"
import { type Attempt, drawNonce, FIT_WAIT_MAX_MS, refusalsSpentUntilMs } from "./nonce"

/** Why a reading waits, for the page. */
export const WAITS = {
  finding: { reason: "nonce", text: "Finding your program's counter carefully, so that it keeps working." },
  again: { reason: "nonce", text: "Kraken has seen a newer call of this key. Trying once more in a moment." },
  budget: { reason: "budget", text: "Waiting until the key's call limit has room for one more call." },
} as const

/** Shorter waits would only flicker on the page. */
const ANNOUNCED_FROM_MS = 500

export interface Spending {
  readonly deps: Pick<KrakenDeps, "clock">
  readonly book: KeyBook
  readonly attempt: Attempt
  readonly spend: Spend
  /** Kraken's clock as it is known now; null once nothing is known any more. */
  readonly bounds: () => ClockBounds | null
  /** Waits until one more signed call may be under way. */
  readonly takeTurn: () => Promise<void>
  readonly signal: AbortSignal
}

/** Announces a wait, then waits. Rejects with the signal's reason when aborted. */
export async function* wait(
  { clock }: Pick<KrakenDeps, "clock">,
  why: (typeof WAITS)[keyof typeof WAITS],
  waitMs: number,
  signal: AbortSignal,
): AsyncGenerator<KrakenEvent, void> {
  if (waitMs >= ANNOUNCED_FROM_MS) yield { type: "waiting", ...why, untilMs: clock.nowMs() + waitMs }
  await clock.sleep(waitMs, signal)
}

/**
 * Waits as long as the attempt, the budget and the clock ask for, then draws a nonce and writes it down, durably, before anyone can
 * send it. To be called only while the key's lock is held. Fails with `nonce` where three refusals are spent, or no nonce fits soon.
 */
export async function* spendNonce(spending: Spending): AsyncGenerator<KrakenEvent, Result<string, KrakenFailure>> {
  const { deps, book, attempt, spend, signal } = spending
  const spentUntilMs = refusalsSpentUntilMs(book.state.refusedAtMs, deps.clock.nowMs())
  if (spentUntilMs !== null) return err(plainFailure("nonce", { pausedUntilMs: spentUntilMs }))
  if (attempt.afterMs > 0) yield* wait(deps, WAITS[attempt.climbs ? "again" : "finding"], attempt.afterMs, signal)
  for (;;) {
    const budgetMs = budgetWaitMs(book.state, spend, deps.clock.nowMs())
    if (budgetMs === 0) break
    yield* wait(deps, WAITS.budget, budgetMs, signal)
  }
  // Before the nonce is drawn: one that waited in line would be old when it arrives.
  await spending.takeTurn()
  let leftMs = FIT_WAIT_MAX_MS
  for (;;) {
    signal.throwIfAborted()
    const bounds = spending.bounds()
    if (!bounds) return err(plainFailure("nonce"))
    const nowMs = deps.clock.nowMs()
    const draw = drawNonce(attempt, book.state.lastNonce[attempt.scale], bounds, nowMs)
    if ("nonce" in draw) {
      book.noteSending(attempt.scale, draw.nonce, spend, nowMs)
      return ok(draw.nonce)
    }
    if (draw.waitMs > leftMs) return err(plainFailure("nonce"))
    leftMs -= draw.waitMs
    yield* wait(deps, WAITS.finding, draw.waitMs, signal)
  }
}
