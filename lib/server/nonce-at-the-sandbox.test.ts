/**
 * The nonce policy against the sandbox itself: a program with its own clock and its own independent signing, and Keytrim's client beside
 * it, on one key, in simulated time. lib/kraken simulates thousands of such meetings against a bare register; here signatures, call
 * counter and permissions take part.
 */
import { createHash, createHmac } from "node:crypto"
import { describe, expect, it } from "vitest"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import { Secret } from "@/lib/core/secret"
import type { Transport } from "@/lib/kraken/contract"
import { createKraken } from "@/lib/kraken/read-key"
import { MemoryStore } from "@/lib/kraken/testing/memory-store"
import { VirtualClock } from "@/lib/kraken/testing/virtual-clock"
import { createSandbox, type Sandbox } from "@/lib/sandbox/sandbox"
import { createSigner } from "@/lib/vault/signer"

const SCALES = ["s", "ms", "us", "ticks", "ns"] as const
const RUNS = 300
const KEY = { id: "k", name: "shared", lesson: "", permissions: ["query-funds"], ageDays: 3 }

function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 4_294_967_296
  }
}

/** Signs and sends one Balance call, as a program would: written from Kraken's documentation, apart from our signer. */
function balance(sandbox: Sandbox, nonce: bigint): string {
  const credentials = sandbox.credentialsOf("k")
  if (!credentials) throw new Error("the key is gone")
  const path = "/0/private/Balance"
  const body = `nonce=${nonce}`
  const digest = createHash("sha256").update(`${nonce}${body}`).digest()
  const key = Buffer.from(credentials.secret.expose(), "base64")
  const signature = createHmac("sha512", key).update(path).update(digest).digest("base64")
  const headers = { "API-Key": credentials.apiKey.expose(), "API-Sign": signature }
  return sandbox.answer({ method: "POST", path, headers, body, remoteIp: "127.0.0.1" }).body
}

interface Meeting {
  readonly sandbox: Sandbox
  /** Moments at which a call of the program was refused for its nonce. */
  readonly refusedAtMs: number[]
  readonly slowMs: number
  readonly outcome: string
  readonly oursAcceptedAtMs: number | null
}

async function meet(seed: number, program: (typeof SCALES)[number], answered: NonceScale): Promise<Meeting> {
  const random = seeded(seed)
  const between = (from: number, to: number) => from + random() * (to - from)
  const clock = new VirtualClock(Date.UTC(2026, 10, 25, 12))
  const sandbox = createSandbox({ clock, tier: "pro", keys: [KEY] })
  const units = NONCE_SCALES.find(({ id }) => id === program)?.unitsPerSecond ?? 1n
  const skewMs = between(-5_000, 5_000)
  const everyMs = between(2_000, 25_000)
  const refusedAtMs: number[] = []
  let running = true

  async function runProgram() {
    while (running) {
      const nonce = (BigInt(Math.floor(clock.nowMs() + skewMs)) * units) / 1000n
      void clock.sleep(between(0, 2_000)).then(() => {
        if (balance(sandbox, nonce).includes("EAPI:Invalid nonce")) refusedAtMs.push(clock.nowMs())
      })
      await clock.sleep(everyMs + 2_000)
    }
  }
  const transport: Transport = async (request) => {
    await clock.sleep(between(0, 2_000))
    const path = new URL(request.url).pathname
    const exchange = sandbox.answer({
      method: request.method,
      path,
      headers: request.headers,
      body: request.body ?? "",
      remoteIp: "127.0.0.1",
    })
    await clock.sleep(between(0, 2_000))
    return { ok: true, value: { status: 200, body: exchange.body } }
  }
  const credentials = sandbox.credentialsOf("k")
  if (!credentials) throw new Error("the key is gone")
  const kraken = createKraken({ clock: clock.skewed(between(-5_000, 5_000)), transport, store: new MemoryStore() })
  const story = async () => {
    const programEnds = runProgram()
    await clock.sleep(between(20_000, 50_000))
    const reading = kraken.readKey({
      origin: { url: "http://127.0.0.1:1", kind: "loopback" },
      signer: createSigner({ ...credentials, apiKey: new Secret(credentials.apiKey.expose()) }),
      keyRef: "k",
      nonceScale: answered,
      betweenCalls: false,
      despitePause: false,
      tier: "pro",
      signal: new AbortController().signal,
    })
    let step = await reading.next()
    while (!step.done) step = await reading.next()
    await clock.sleep(90_000)
    running = false
    await programEnds
    await clock.sleep(3_000)
    return step.value.ok ? "read" : step.value.error.kind
  }
  const outcome = await clock.until(story())
  const ours = sandbox
    .fullJournal()
    .filter(({ entry: { path, answer } }) => path.endsWith("GetApiKeyInfo") && answer === "ok")
  const acceptedAt = ours[0] ? new Date(ours[0].entry.at).getTime() : null
  return { sandbox, refusedAtMs, slowMs: Math.max(0, -skewMs), outcome, oursAcceptedAtMs: acceptedAt }
}

const ourNonces = ({ sandbox }: Meeting) =>
  sandbox
    .fullJournal()
    .filter(({ entry }) => entry.path.endsWith("GetApiKeyInfo"))
    .map(({ nonce }) => BigInt(nonce ?? 0))

describe("beside a program, at the sandbox", () => {
  it.each(SCALES)(
    "with %s named, no call of the program is refused and the reading ends well or in `nonce`",
    async (scale) => {
      const outcomes = new Set<string>()
      for (let seed = 1; seed <= RUNS; seed++) {
        const meeting = await meet(seed, scale, scale)
        expect(meeting.refusedAtMs, `seed ${seed}`).toEqual([])
        expect(ourNonces(meeting).length, `seed ${seed}`).toBeLessThanOrEqual(2)
        expect(meeting.sandbox.accountUnchanged()).toBe(true)
        outcomes.add(meeting.outcome)
      }
      expect([...outcomes].every((outcome) => outcome === "read" || outcome === "nonce")).toBe(true)
      expect(outcomes).toContain("read")
    },
  )

  it.each(SCALES)("with `don't know`, a program in %s is never broken for good", async (scale) => {
    for (let seed = 1; seed <= RUNS; seed++) {
      const meeting = await meet(seed, scale, "unknown")
      if (scale !== "s") expect(meeting.refusedAtMs, `seed ${seed}`).toEqual([])
      // A number above Kraken's clock, taken because the first one in seconds was refused, costs a fast program up to half a minute.
      const patienceMs = ourNonces(meeting).length > 1 ? 32_000 : 6_000
      const limitMs = (meeting.oursAcceptedAtMs ?? 0) + patienceMs + meeting.slowMs + 2_000
      for (const atMs of meeting.refusedAtMs) expect(atMs, `seed ${seed}`).toBeLessThan(limitMs)
      expect(ourNonces(meeting).length, `seed ${seed}`).toBeLessThanOrEqual(3)
    }
  })
})
