import { describe, expect, it } from "vitest"
import { KRAKEN_SPOT } from "@/lib/core/origin"
import { err, ok } from "@/lib/core/result"
import { Bench, json, keyInfo, type Received, refusing, START_MS } from "./testing/bench"

describe("readKey", () => {
  it("reads a key with one accepted call and drops everything that is not a fact", async () => {
    const bench = new Bench()
    const { outcome, events } = await bench.read()
    if (!outcome.ok) throw new Error(outcome.error.kind)
    expect(outcome.value).toMatchObject({
      source: "kraken",
      last4: bench.signer.last4,
      name: { state: "known", value: "documented" },
      validUntil: { state: "known", value: null },
      createdAt: { state: "known", value: "2026-03-03T13:01:40.000Z" },
      nonceScale: "ms",
    })
    expect(outcome.value.permissions["withdraw-funds"]).toBe("granted")
    expect(outcome.value.permissions["close-trades"]).toBe("denied")
    const seen = JSON.stringify([outcome, events, [...bench.store.keys]])
    for (const text of ["AA00 0000", bench.signer.apiKey, "1772627060997", "1772627061"])
      expect(seen).not.toContain(text)
    expect(bench.bodies).toHaveLength(1)
    expect(bench.store.held).toBe(0)
  })

  it("asks for the time once in five minutes, and not at all where it was learnt before", async () => {
    const bench = new Bench()
    const times = () => bench.sent.filter(({ url }) => url.endsWith("/0/public/Time")).length
    expect(await bench.clock.until(bench.kraken.learnTime(KRAKEN_SPOT))).toMatchObject({
      id: "server-time",
      answer: "ok",
    })
    expect(await bench.clock.until(bench.kraken.learnTime(KRAKEN_SPOT))).toBeNull()
    await bench.read()
    expect(times()).toBe(1)
    await bench.pass(5 * 60_000)
    await bench.read()
    expect(times()).toBe(2)
  })

  it("learns no time, and says nothing of it, where the question was stopped", async () => {
    const bench = new Bench()
    const stop = new AbortController()
    bench.time = () => {
      stop.abort()
      throw stop.signal.reason
    }
    expect(await bench.clock.until(bench.kraken.learnTime(KRAKEN_SPOT, stop.signal))).toBeNull()
    expect(await bench.clock.until(bench.kraken.learnTime(KRAKEN_SPOT, stop.signal))).toBeNull()
  })

  it("says why it waits, and until when", async () => {
    const bench = new Bench()
    bench.answer = () => refusing("EAPI:Invalid nonce")
    const { events } = await bench.read()
    expect(events.filter(({ type }) => type === "waiting")).toEqual([
      { type: "waiting", reason: "nonce", text: expect.stringMatching(/counter/), untilMs: START_MS + 10_000 },
    ])
  })

  it("leaves room for the program: the sixth call of a minute waits", async () => {
    const bench = new Bench()
    for (let reading = 0; reading < 5; reading += 1) await bench.read()
    const { events } = await bench.read()
    expect(events[0]).toMatchObject({ type: "waiting", reason: "budget", untilMs: START_MS + 60_000 })
  })

  it("writes down nonce and points before anything is sent", async () => {
    const bench = new Bench()
    bench.answer = (request) => {
      const nonce = new URLSearchParams(request.body ?? "").get("nonce")
      expect(bench.store.loadKey("a key")?.lastNonce.ms).toBe(nonce)
      expect(bench.store.loadKey("a key")?.counter.points).toBe(1)
      return json({ error: [], result: keyInfo(bench.signer.apiKey) })
    }
    expect((await bench.read()).outcome.ok).toBe(true)
  })

  it("remembers what worked, and whether the key was tied to addresses", async () => {
    const bench = new Bench()
    const more = { ipAllowlist: ["203.0.113.7"], validUntil: "1900000000" }
    bench.answer = () => json({ error: [], result: keyInfo(bench.signer.apiKey, more) })
    await bench.read({ nonceScale: "us" })
    expect(bench.store.loadKey("a key")).toMatchObject({
      workedScale: "us",
      secondsRuledOut: true,
      lastGood: { atMs: START_MS, ipAllowlisted: true, validUntilMs: 1_900_000_000_000 },
    })
  })
})

describe("what must never happen", () => {
  it("never reports denied when Kraken was unreachable", async () => {
    const silent: readonly Received[] = [
      err("unreachable"),
      err("timeout"),
      ok({ status: 403, body: "Permission denied" }),
    ]
    for (const answer of silent) {
      const bench = new Bench()
      bench.answer = () => answer
      const { outcome, events } = await bench.read()
      expect(outcome.ok).toBe(false)
      expect(JSON.stringify(events)).not.toContain('"denied"')
    }
  })

  it("never sends a second time what failed for another reason than its nonce", async () => {
    const final: readonly Received[] = [
      err("timeout"),
      err("unreachable"),
      ok({ status: 502, body: "" }),
      refusing("EService:Busy"),
    ]
    for (const answer of final) {
      const bench = new Bench()
      bench.answer = () => answer
      await bench.fail({ nonceScale: "unknown" })
      expect(bench.bodies).toHaveLength(1)
    }
  })

  it("never lets what was sent in confidence come back in Kraken's words", async () => {
    const bench = new Bench({ otp: "a quiet password" })
    bench.answer = ({ headers, body }) =>
      refusing(`EGeneral:Odd:${headers["API-Key"]}|${headers["API-Sign"]}|a quiet password|${body}`)
    const { outcome, events } = await bench.read()
    const seen = JSON.stringify([outcome, events])
    expect(seen).toContain("EGeneral:Odd")
    for (const text of [bench.signer.apiKey, "a quiet password", "a%20quiet%20password"])
      expect(seen).not.toContain(text)
  })
})
