import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Clock } from "@/lib/core/clock"
import { KRAKEN_SPOT } from "@/lib/core/origin"
import { ok, type Result } from "@/lib/core/result"
import type {
  HttpRequest,
  KrakenEvent,
  KrakenFailure,
  ReadKeyOutcome,
  ReadKeyRequest,
  TransportProblem,
} from "../contract"
import { createKraken } from "../read-key"
import { type FakeSigner, fakeSigner } from "./fake-signer"
import { MemoryStore } from "./memory-store"
import { VirtualClock } from "./virtual-clock"

export const START_MS = Date.UTC(2026, 10, 25, 12)

export type Received = Result<{ readonly status: number; readonly body: string }, TransportProblem>

export const json = (body: unknown, status = 200): Received => ok({ status, body: JSON.stringify(body) })
export const refusing = (...errors: string[]): Received => json({ error: errors })

/** The documented example of a GetApiKeyInfo result, about the key that signs here. */
export function keyInfo(apiKey: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    apiKeyName: "documented",
    apiKey,
    nonce: "1772627060997",
    nonceWindow: 0,
    permissions: ["query-funds", "withdraw-funds", "query-open-trades", "modify-trades"],
    iban: "AA00 0000 0000 0000",
    validUntil: "0",
    queryFrom: "0",
    queryTo: "0",
    createdTime: "1772542900",
    modifiedTime: "1772542900",
    ipAllowlist: [],
    lastUsed: "1772627061",
    ...more,
  }
}

/** Kraken's client on a bench: time is virtual, the wire is a function, and everything sent is kept. */
export class Bench {
  readonly clock = new VirtualClock(START_MS)
  readonly store = new MemoryStore()
  readonly sent: HttpRequest[] = []
  readonly signer: FakeSigner
  readonly keytrimClock: Clock
  /** Answers to signed calls; the default is a good one. */
  answer: (request: HttpRequest, signal?: AbortSignal) => Received | Promise<Received>
  time: () => Received
  readonly kraken: ReturnType<typeof createKraken>

  constructor(options: { otp?: string; skewMs?: number } = {}) {
    this.signer = fakeSigner(options.otp)
    this.keytrimClock = this.clock.skewed(options.skewMs ?? 0)
    this.answer = () => json({ error: [], result: keyInfo(this.signer.apiKey) })
    this.time = () => json({ error: [], result: { unixtime: Math.floor(this.clock.nowMs() / 1000), rfc1123: "" } })
    this.kraken = createKraken({
      clock: this.keytrimClock,
      store: this.store,
      transport: async (request, signal) => {
        this.sent.push(request)
        return request.url.endsWith("/0/public/Time") ? this.time() : this.answer(request, signal)
      },
    })
  }

  /** Bodies of the signed calls, in order. */
  get bodies(): string[] {
    return this.sent.flatMap(({ body }) => (body === null ? [] : [body]))
  }

  request(more: Partial<ReadKeyRequest> = {}): ReadKeyRequest {
    return {
      origin: KRAKEN_SPOT,
      signer: this.signer,
      keyRef: "a key",
      nonceScale: "ms" satisfies NonceScale,
      betweenCalls: false,
      despitePause: false,
      tier: "starter",
      signal: new AbortController().signal,
      ...more,
    }
  }

  async read(more: Partial<ReadKeyRequest> = {}): Promise<{ outcome: ReadKeyOutcome; events: KrakenEvent[] }> {
    const events: KrakenEvent[] = []
    const reading = this.kraken.readKey(this.request(more))
    const whole = async () => {
      for (;;) {
        const next = await reading.next()
        if (next.done) return next.value
        events.push(next.value)
      }
    }
    const outcome = await this.clock.until(whole())
    return { outcome, events }
  }

  /** A reading that is to fail; throws where it does not. */
  async fail(more: Partial<ReadKeyRequest> = {}): Promise<KrakenFailure> {
    const { outcome } = await this.read(more)
    if (outcome.ok) throw new Error("was read")
    return outcome.error
  }

  /** Lets virtual time pass. */
  async pass(ms: number): Promise<void> {
    await this.clock.until(this.clock.sleep(ms))
  }
}
