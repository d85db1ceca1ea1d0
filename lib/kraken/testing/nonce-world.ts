import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import { KRAKEN_SPOT } from "@/lib/core/origin"
import type { KrakenStore, ReadKeyOutcome, Transport } from "../contract"
import type { ClockScale } from "../nonce"
import { createKraken } from "../read-key"
import { json, keyInfo, refusing, START_MS } from "./bench"
import { fakeSigner } from "./fake-signer"
import { MemoryStore } from "./memory-store"
import { VirtualClock } from "./virtual-clock"

/** A random number generator that begins again from its seed, so that a failing run can be repeated. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** How a program on the key counts and calls. */
export interface Program {
  readonly scale: ClockScale
  /** `clock`: its time, or one more than its last number where that is larger. `started`: the time of its start, and one more for each call. */
  readonly counts: "clock" | "started"
  readonly skewMs: number
  readonly everyMs: number
  /** Calls made at once, each without waiting for the one before. */
  readonly burst: number
}

export interface ProgramCall {
  readonly nonce: bigint
  readonly drawnAtMs: number
  readonly arrivedAtMs: number
  /** Refused only because a number of ours was accepted before it. */
  readonly refusedByUs: boolean
}

export interface OurCall {
  readonly nonce: bigint
  readonly arrivedAtMs: number
  readonly accepted: boolean
}

const LATENCY_MAX_MS = 2_000

export function unitsOf(scale: ClockScale): bigint {
  return NONCE_SCALES.find(({ id }) => id === scale)?.unitsPerSecond ?? 0n
}

/** One key at Kraken, a program that uses it, and Keytrim, on three clocks; calls take 0–2 s each way. */
export class NonceWorld {
  readonly clock = new VirtualClock(START_MS)
  readonly store: KrakenStore = new MemoryStore()
  readonly signer = fakeSigner()
  readonly theirs: ProgramCall[] = []
  readonly ours: OurCall[] = []
  /** Kraken's register: it accepts only what is larger. */
  register = 0n
  #theirMax = 0n
  #running = true
  readonly #random: () => number
  readonly #ourSkewMs: number

  constructor(random: () => number, ourSkewMs: number) {
    this.#random = random
    this.#ourSkewMs = ourSkewMs
  }

  /** Draws from a range, evenly. */
  between(from: number, to: number): number {
    return from + this.#random() * (to - from)
  }

  /** Draws from a range, most often one of its ends: what can go wrong goes wrong there first. */
  atWorst(from: number, to: number): number {
    const draw = this.#random()
    if (draw < 0.35) return from
    return draw < 0.7 ? to : this.between(from, to)
  }

  #underWay(): Promise<void> {
    return this.clock.sleep(this.atWorst(0, LATENCY_MAX_MS))
  }

  #accept(nonce: bigint): boolean {
    if (nonce <= this.register) return false
    this.register = nonce
    return true
  }

  async #theirCall(nonce: bigint): Promise<void> {
    const drawnAtMs = this.clock.nowMs()
    await this.#underWay()
    const accepted = this.#accept(nonce)
    const refusedByUs = !accepted && nonce > this.#theirMax
    if (nonce > this.#theirMax) this.#theirMax = nonce
    this.theirs.push({ nonce, drawnAtMs, arrivedAtMs: this.clock.nowMs(), refusedByUs })
  }

  /** Runs the program until `stop`. */
  async run(program: Program): Promise<void> {
    const time = () => (BigInt(Math.floor(this.clock.nowMs() + program.skewMs)) * unitsOf(program.scale)) / 1000n
    let last = time()
    while (this.#running) {
      for (let call = 0; call < program.burst; call += 1) {
        const next = last + 1n
        last = program.counts === "clock" && time() > next ? time() : next
        void this.#theirCall(last)
      }
      await this.clock.sleep(program.everyMs * this.between(0.7, 1.3))
    }
  }

  stop(): void {
    this.#running = false
  }

  /** Carries what a client sends to this Kraken and back. */
  readonly transport: Transport = async (request) => {
    await this.#underWay()
    const answer = request.url.endsWith("/0/public/Time") ? this.#time() : this.#ourCall(request.body ?? "")
    await this.#underWay()
    return answer
  }

  #time() {
    return json({ error: [], result: { unixtime: Math.floor(this.clock.nowMs() / 1000) } })
  }

  #ourCall(body: string) {
    const nonce = BigInt(new URLSearchParams(body).get("nonce") ?? "0")
    const accepted = this.#accept(nonce)
    this.ours.push({ nonce, arrivedAtMs: this.clock.nowMs(), accepted })
    return accepted ? json({ error: [], result: keyInfo(this.signer.apiKey) }) : refusing("EAPI:Invalid nonce")
  }

  /** A Keytrim of its own on this machine; several share clock and store. */
  keytrim(): (nonceScale: NonceScale, betweenCalls?: boolean) => Promise<ReadKeyOutcome> {
    const kraken = createKraken({
      clock: this.clock.skewed(this.#ourSkewMs),
      store: this.store,
      transport: this.transport,
    })
    return async (nonceScale, betweenCalls = false) => {
      const reading = kraken.readKey({
        origin: KRAKEN_SPOT,
        signer: this.signer,
        keyRef: "the key",
        nonceScale,
        betweenCalls,
        despitePause: false,
        tier: "pro",
        signal: new AbortController().signal,
      })
      for (;;) {
        const next = await reading.next()
        if (next.done) return next.value
      }
    }
  }
}
