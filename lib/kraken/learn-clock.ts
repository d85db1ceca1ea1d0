import type { KrakenOrigin } from "@/lib/core/origin"
import { err, ok, type Result } from "@/lib/core/result"
import type { Client, Exchange } from "./client"
import type { KrakenDeps, KrakenEvent, KrakenFailure } from "./contract"
import { failureOf, plainFailure } from "./failure"
import type { KrakenClocks } from "./kraken-clock"
import { NARROW_MS } from "./nonce"
import { serverTime } from "./probes/server-time"
import { WAITS, wait } from "./spend-nonce"

interface Rooms extends Pick<KrakenDeps, "clock"> {
  readonly client: Client
  readonly clocks: KrakenClocks
}

const SAMPLES_MAX = 4
// Not a whole second: each answer then falls on another part of Kraken's second, and the bounds close in faster.
const BETWEEN_SAMPLES_MS = 1_300
/** A reading may wait this long between learning the time and using it; the samples must still be good then. */
const AHEAD_MS = 2 * 60_000

/** Asks for Kraken's public Time once, and remembers the answer where it is one. */
export async function sampleTime(
  { client, clocks }: Rooms,
  origin: KrakenOrigin,
  signal: AbortSignal | undefined,
): Promise<Exchange<{ krakenSeconds: number }>> {
  const exchange = await client.send(serverTime, { origin, signal, signing: null })
  if (exchange.revealed) clocks.add(origin.url, { ...exchange.revealed, ...exchange })
  return exchange
}

/**
 * Makes sure that Kraken's clock is known, closely where `narrow` asks for it and Kraken's distance allows. Asks nothing where it
 * is known already. Fails as the question failed: without Kraken's clock no nonce is safe, and none is drawn.
 */
export async function* learnClock(
  rooms: Rooms,
  origin: KrakenOrigin,
  narrow: boolean,
  signal: AbortSignal,
): AsyncGenerator<KrakenEvent, Result<null, KrakenFailure>> {
  for (let taken = 0; ; taken += 1) {
    const bounds = rooms.clocks.bounds(origin.url, rooms.clock.nowMs() + AHEAD_MS)
    if (bounds && (!narrow || taken === SAMPLES_MAX || bounds.highMs - bounds.lowMs <= NARROW_MS)) return ok(null)
    // Answers came, and none could be used: our own clock is being set while we ask.
    if (taken === SAMPLES_MAX) return err(plainFailure("clock"))
    if (taken > 0) yield* wait(rooms, WAITS.finding, BETWEEN_SAMPLES_MS, signal)
    const exchange = await sampleTime(rooms, origin, signal)
    yield { type: "probe", probe: exchange.record }
    if (exchange.revealed) continue
    // Wider bounds only mean a longer way round; they are as true as narrow ones.
    if (bounds) return ok(null)
    const context = { otpGiven: false, lastGood: null, bounds: null, pausedUntilMs: null, tier: "starter" } as const
    return err(failureOf(exchange.answer, { ...context, nowMs: exchange.receivedAtMs }, exchange.shownError))
  }
}
