import { describe, expect, it } from "vitest"
import { err, ok } from "@/lib/core/result"
import type { KrakenFailure } from "./contract"
import { Bench, json, keyInfo, type Received, refusing, START_MS } from "./testing/bench"

async function failureAfter(answer: Received, options: { otp?: string } = {}): Promise<KrakenFailure> {
  const bench = new Bench(options)
  bench.answer = () => answer
  const failure = await bench.fail()
  expect(bench.store.held, "the lock is free again").toBe(0)
  return failure
}

describe("a failure is named for what Kraken said", () => {
  const signed: readonly [string, Received, string, boolean][] = [
    ["an invalid key", refusing("EAPI:Invalid key"), "wrong-key", false],
    ["an invalid signature without a one-time password", refusing("EAPI:Invalid signature"), "otp-required", false],
    ["a denial of a call that needs no permission", refusing("EGeneral:Permission denied"), "otp-required", false],
    ["an exceeded limit", refusing("EAPI:Rate limit exceeded"), "throttled", true],
    ["throttling", refusing("EService:Throttled: 1"), "throttled", true],
    ["a lockout", refusing("EGeneral:Temporary lockout"), "locked-out", true],
    ["an unknown method", refusing("EGeneral:Unknown method"), "unknown-method", false],
    ["an engine that is away", refusing("EService:Unavailable"), "kraken-unavailable", true],
    ["an internal error", refusing("EGeneral:Internal error:12"), "kraken-unavailable", true],
    ["HTML of a gateway", ok({ status: 502, body: "<html>" }), "kraken-unavailable", true],
    ["HTML in place of an answer", ok({ status: 200, body: "<html>" }), "malformed-answer", true],
    ["no answer", err("timeout"), "timeout", true],
    ["no way", err("unreachable"), "unreachable", true],
    ["a redirect", err("redirected"), "malformed-answer", true],
    ["an endless answer", err("too-large"), "malformed-answer", true],
    ["an answer about nothing", json({ error: [], result: {} }), "malformed-answer", true],
    ["an error that nobody knows", refusing("EFuture:Something new"), "unexpected", false],
    ["a transaction id", json({ error: [], result: { txid: ["OAAAAA-BBBBB-CCCCCC"] } }), "incident", false],
  ]

  it.each(signed)("%s", async (_, answer, kind, retryable) => {
    expect(await failureAfter(answer)).toMatchObject({ kind, retryable })
  })

  it("an invalid signature or a denial with a one-time password names it", async () => {
    expect(await failureAfter(refusing("EAPI:Invalid signature"), { otp: "1" })).toMatchObject({
      kind: "wrong-secret",
      otpGiven: true,
    })
    expect(await failureAfter(refusing("EGeneral:Permission denied"), { otp: "1" })).toMatchObject({
      kind: "otp-required",
      otpGiven: true,
    })
  })

  it("an answer about another key is not taken for one about this key", async () => {
    const bench = new Bench()
    bench.answer = () => json({ error: [], result: keyInfo("K".repeat(56)) })
    expect(await bench.fail()).toMatchObject({ kind: "malformed-answer" })
    expect(bench.store.loadKey("a key")?.lastGood).toBeNull()
  })

  it("a foreign address only where the key worked before with a list and was not to expire", async () => {
    for (const [more, kind] of [
      [{ ipAllowlist: ["203.0.113.7"] }, "ip-not-allowed"],
      [{ ipAllowlist: [] }, "wrong-key"],
      [{ ipAllowlist: ["203.0.113.7"], validUntil: String(START_MS / 1000 + 60) }, "wrong-key"],
    ] as const) {
      const bench = new Bench()
      bench.answer = () => json({ error: [], result: keyInfo(bench.signer.apiKey, more) })
      expect((await bench.read()).outcome.ok).toBe(true)
      bench.answer = () => refusing("EAPI:Invalid key")
      await bench.pass(120_000)
      expect(await bench.fail()).toMatchObject({ kind })
    }
  })

  it("a refused nonce, after the second try ten seconds later", async () => {
    const bench = new Bench()
    bench.answer = () => refusing("EAPI:Invalid nonce")
    const failure = await bench.fail()
    expect(failure).toMatchObject({ kind: "nonce", krakenText: "EAPI:Invalid nonce", retryable: true })
    const nonces = bench.bodies.map((body) => Number(body.slice("nonce=".length)))
    expect(nonces).toEqual([START_MS - 10_000, START_MS + 10_000 - 8_000])
  })

  it("our clock, where it is far behind Kraken's and the nonce was refused", async () => {
    const bench = new Bench({ skewMs: -60_000 })
    bench.answer = () => refusing("EAPI:Invalid nonce")
    const failure = await bench.fail()
    expect(failure.kind).toBe("clock")
    expect(failure.clockSkewMs).toBeLessThan(-59_000)
    expect(failure.clockSkewMs).toBeGreaterThan(-61_000)
  })

  it("three spent nonces, without sending a fourth", async () => {
    const bench = new Bench()
    bench.answer = () => refusing("EAPI:Invalid nonce")
    for (let reading = 0; reading < 3; reading += 1) await bench.fail()
    expect(bench.bodies).toHaveLength(3)
    expect(await bench.fail()).toMatchObject({ kind: "nonce", pausedUntilMs: START_MS + 15 * 60_000 })
    await bench.pass(15 * 60_000)
    await bench.fail()
    expect(bench.bodies.length).toBeGreaterThan(3)
  })

  it("a signer without its code or its secret, and nothing was sent", async () => {
    for (const [code, kind] of [
      ["otp-spent", "otp-required"],
      ["secret-gone", "unexpected"],
    ] as const) {
      const bench = new Bench()
      const sign = () => Promise.reject(Object.assign(new Error("refused"), { code }))
      expect(await bench.fail({ signer: { ...bench.signer, sign } })).toMatchObject({ kind, krakenText: null })
      expect(bench.bodies).toEqual([])
    }
  })

  it("the same before any signed call, where Kraken's clock cannot be learnt", async () => {
    const times: readonly (readonly [Received, string])[] = [
      [err("unreachable"), "unreachable"],
      [err("timeout"), "timeout"],
      [ok({ status: 503, body: "" }), "kraken-unavailable"],
      [json({ error: [], result: { unixtime: "soon" } }), "malformed-answer"],
      [json({ error: [], result: { unixtime: 4e12 } }), "malformed-answer"],
    ]
    for (const [time, kind] of times) {
      const bench = new Bench()
      bench.time = () => time
      expect(await bench.fail()).toMatchObject({ kind })
      expect(bench.signer.signed).toEqual([])
    }
  })
})
