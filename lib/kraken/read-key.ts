import type { KeyFacts } from "@/lib/audit/facts"
import { err } from "@/lib/core/result"
import { cutPause, isTooLong, pausedUntilMs, refusalsLeft } from "./breaker"
import { type Client, createClient, type Exchange } from "./client"
import type { Kraken, KrakenDeps, KrakenEvent, KrakenFailure, ReadKeyOutcome, ReadKeyRequest } from "./contract"
import { plainFailure } from "./failure"
import { KeyBook } from "./key-book"
import { KrakenClocks } from "./kraken-clock"
import { learnClock, sampleTime } from "./learn-clock"
import { type Attempt, needsNarrowBounds, planAttempts } from "./nonce"
import { apiKeyInfo } from "./probes/api-key-info"
import { settle } from "./settle"
import { spendNonce } from "./spend-nonce"
import { Turns } from "./turns"
import { underLock } from "./under-lock"

interface Rooms extends KrakenDeps {
  readonly client: Client
  readonly clocks: KrakenClocks
  readonly turns: Turns
}

/**
 * The client's only face: it reads keys and Kraken's clock, and has no way to change anything there. One for each process, so that
 * Kraken's clock is learnt once; what has to be shared with other processes lies in the store.
 */
export function createKraken(deps: KrakenDeps): Kraken {
  const rooms: Rooms = { ...deps, client: createClient(deps), clocks: new KrakenClocks(), turns: new Turns() }
  return {
    readKey: (request) => readKey(rooms, request),
    learnTime: async (origin, signal) => {
      if (signal?.aborted || rooms.clocks.bounds(origin.url, deps.clock.nowMs())) return null
      try {
        return (await sampleTime(rooms, origin, signal)).record
      } catch (problem) {
        // Nobody may be waiting for this: a stopped question is no news.
        if (signal?.aborted) return null
        throw problem
      }
    },
  }
}

/** Breaker, then lock, then the attempts of the nonce plan: each is made only after Kraken refused the nonce before it. */
async function* readKey(rooms: Rooms, request: ReadKeyRequest): AsyncGenerator<KrakenEvent, ReadKeyOutcome> {
  const failure = paused(rooms, request)
  if (failure) return err(failure)
  return yield* underLock(rooms, request, () => readLocked(rooms, request))
}

/** Our own pause, where it holds and the person did not say to go on. */
function paused({ store, clock }: Rooms, { origin: { url }, despitePause }: ReadKeyRequest): KrakenFailure | null {
  const nowMs = clock.nowMs()
  const stored = store.loadBreaker(url)
  // Cut where it is written, or each look would begin it anew.
  const state = isTooLong(stored, nowMs) ? store.updateBreaker(url, (latest) => cutPause(latest, nowMs)) : stored
  const untilMs = despitePause ? null : pausedUntilMs(state, nowMs)
  return untilMs === null ? null : plainFailure("paused", { pausedUntilMs: untilMs })
}

async function* readLocked(rooms: Rooms, request: ReadKeyRequest): AsyncGenerator<KrakenEvent, ReadKeyOutcome> {
  const { nonceScale, betweenCalls, origin, signal } = request
  const book = new KeyBook(rooms.store, request.keyRef, rooms.clock.nowMs())
  const attempts = planAttempts(nonceScale, betweenCalls, book.state.secondsRuledOut ?? false)
  const clock = yield* learnClock(rooms, origin, needsNarrowBounds(attempts), signal)
  if (!clock.ok) return clock
  let outcome: ReadKeyOutcome = err(plainFailure("unexpected"))
  for (const attempt of attempts) {
    const tried = yield* tryOnce(rooms, request, book, attempt)
    outcome = tried.outcome
    if (!tried.nonceRefused) break
  }
  return outcome
}

interface Tried {
  readonly outcome: ReadKeyOutcome
  readonly nonceRefused: boolean
}

async function* tryOnce(
  rooms: Rooms,
  request: ReadKeyRequest,
  book: KeyBook,
  attempt: Attempt,
): AsyncGenerator<KrakenEvent, Tried> {
  const { origin, signal, nonceScale, tier } = request
  const spend = { cost: apiKeyInfo.counterCost, tier, shared: nonceScale !== "unused" }
  const bounds = () => rooms.clocks.bounds(origin.url, rooms.clock.nowMs())
  let endTurn = () => {}
  const takeTurn = async () => {
    const left = () => refusalsLeft(rooms.store.loadBreaker(origin.url), rooms.clock.nowMs())
    endTurn = await rooms.turns.take(origin.url, left, signal)
  }
  try {
    const nonce = yield* spendNonce({ deps: rooms, book, attempt, spend, bounds, takeTurn, signal })
    if (!nonce.ok) return { outcome: nonce, nonceRefused: false }
    // While this key waited, the refusals of others may have led to a pause.
    const pause = paused(rooms, request)
    if (pause) return { outcome: err(pause), nonceRefused: false }
    const sent = await orSignerFailure(send(rooms, request, nonce.value))
    if ("kind" in sent) return { outcome: err(sent), nonceRefused: false }
    const outcome = settle({ request, attempt, book, store: rooms.store, bounds: bounds() }, sent)
    endTurn()
    yield { type: "probe", probe: sent.record }
    signal.throwIfAborted()
    return { outcome, nonceRefused: sent.answer.class === "invalid-nonce" }
  } finally {
    endTurn()
  }
}

/** What was sent is sent: an abort no longer ends the call, since its answer may be a refusal, which has to be counted. */
function send({ client }: Rooms, request: ReadKeyRequest, nonce: string): Promise<Exchange<KeyFacts>> {
  const { origin, signer, nonceScale, signal } = request
  signal.throwIfAborted()
  return client.send(apiKeyInfo, { origin, signal: undefined, signing: { signer, nonce, scale: nonceScale } })
}

/** A signer without code or secret is foreseen; nothing was sent then. Everything else that is thrown stays thrown. */
async function orSignerFailure(sending: Promise<Exchange<KeyFacts>>): Promise<Exchange<KeyFacts> | KrakenFailure> {
  try {
    return await sending
  } catch (problem) {
    const code = problem instanceof Error && "code" in problem ? problem.code : null
    if (code === "otp-spent") return plainFailure("otp-required")
    if (code === "secret-gone") return plainFailure("unexpected")
    throw problem
  }
}
