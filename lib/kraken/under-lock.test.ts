import { describe, expect, it } from "vitest"
import { KRAKEN_SPOT } from "@/lib/core/origin"
import { err } from "@/lib/core/result"
import { emptyKeyState } from "./key-book"
import { Bench, json, keyInfo, refusing, START_MS } from "./testing/bench"

describe("the pause", () => {
  async function refuseThree(bench: Bench) {
    bench.answer = () => refusing("EAPI:Invalid key")
    for (const keyRef of ["one", "two", "three"])
      expect(await bench.fail({ keyRef })).toMatchObject({ kind: "wrong-key" })
  }

  it("begins at the third refusal, whatever the keys, and ends after a quarter of an hour", async () => {
    const bench = new Bench()
    await refuseThree(bench)
    const failure = await bench.fail({ keyRef: "four" })
    expect(failure).toMatchObject({ kind: "paused", pausedUntilMs: START_MS + 15 * 60_000 })
    expect(bench.bodies).toHaveLength(3)
    await bench.pass(15 * 60_000)
    expect(await bench.fail({ keyRef: "four" })).toMatchObject({ kind: "wrong-key" })
  })

  it("begins at the first lockout", async () => {
    const bench = new Bench()
    bench.answer = () => refusing("EGeneral:Temporary lockout")
    expect(await bench.fail()).toMatchObject({ kind: "locked-out", pausedUntilMs: START_MS + 15 * 60_000 })
    expect(await bench.fail()).toMatchObject({ kind: "paused" })
    expect(bench.bodies).toHaveLength(1)
  })

  it("begins at the third refusal although ten keys are read at the same moment", async () => {
    const bench = new Bench()
    bench.answer = async () => {
      await bench.clock.sleep(1_000)
      return refusing("EAPI:Invalid key")
    }
    const names = Array.from({ length: 10 }, (_, at) => `key ${at}`)
    const failures = await Promise.all(names.map((keyRef) => bench.fail({ keyRef })))
    expect(bench.bodies).toHaveLength(3)
    expect(failures.map(({ kind }) => kind).sort()).toEqual([...Array(7).fill("paused"), ...Array(3).fill("wrong-key")])
  })

  it("counts the refusal of a call that was stopped while it was under way", async () => {
    const bench = new Bench()
    for (const keyRef of ["one", "two", "three"]) {
      const stop = new AbortController()
      bench.answer = async (_, signal) => {
        stop.abort()
        await bench.clock.sleep(1_000, signal)
        return refusing("EAPI:Invalid key")
      }
      await expect(bench.read({ keyRef, signal: stop.signal })).rejects.toMatchObject({ name: "AbortError" })
    }
    expect(bench.store.held).toBe(0)
    expect(await bench.fail({ keyRef: "four" })).toMatchObject({ kind: "paused" })
  })

  it("ends after a quarter of an hour, and no wait lasts longer, though a clock a year ahead wrote both down", async () => {
    const bench = new Bench()
    const aheadMs = START_MS + 365 * 86_400_000
    bench.store.breakers.set(KRAKEN_SPOT.url, { refusedAtMs: [aheadMs], pausedUntilMs: aheadMs, why: "lockout" })
    const counter = { points: 6, atMs: aheadMs }
    bench.store.keys.set("a key", { ...emptyKeyState(), counter, spent: [{ points: 5, atMs: aheadMs }] })
    expect(await bench.fail()).toMatchObject({ kind: "paused", pausedUntilMs: START_MS + 15 * 60_000 })
    await bench.pass(15 * 60_000)
    expect((await bench.read()).outcome.ok).toBe(true)
    expect(bench.clock.nowMs()).toBeLessThan(START_MS + 17 * 60_000)
  })

  it("is passed only on the person's word", async () => {
    const bench = new Bench()
    await refuseThree(bench)
    bench.answer = () => json({ error: [], result: keyInfo(bench.signer.apiKey) })
    expect((await bench.read({ keyRef: "four", despitePause: true })).outcome.ok).toBe(true)
  })

  it("holds back a reading that was already waiting when it began", async () => {
    const bench = new Bench()
    bench.answer = () => {
      bench.store.breakers.set(KRAKEN_SPOT.url, { refusedAtMs: [], pausedUntilMs: START_MS + 60_000, why: "refusals" })
      return refusing("EAPI:Invalid nonce")
    }
    expect(await bench.fail()).toMatchObject({ kind: "paused" })
    expect(bench.bodies).toHaveLength(1)
  })
})

describe("the lock", () => {
  it("is waited for aloud, and freed for the next", async () => {
    const bench = new Bench()
    const lock = await bench.store.lockKey("a key")
    void bench.clock.sleep(60_000).then(() => {
      expect(bench.bodies).toEqual([])
      lock.release()
    })
    const { outcome, events } = await bench.read()
    expect(outcome.ok).toBe(true)
    expect(events[0]).toMatchObject({ type: "waiting", reason: "lock" })
  })

  it("is freed when the reading is stopped, while it waits and while it asks", async () => {
    for (const stopAt of ["waiting", "asking", "queueing"] as const) {
      const bench = new Bench()
      const stop = new AbortController()
      bench.answer = async (_, signal) => {
        if (stopAt === "waiting") return refusing("EAPI:Invalid nonce")
        await bench.clock.sleep(60_000, signal)
        return err("timeout")
      }
      if (stopAt === "queueing") await bench.store.lockKey("a key")
      const reading = bench.read({ signal: stop.signal })
      void bench.clock.sleep(3_000).then(() => stop.abort())
      await expect(reading).rejects.toMatchObject({ name: "AbortError" })
      expect(bench.store.held).toBe(stopAt === "queueing" ? 1 : 0)
    }
  })

  it("is freed when nobody listens any more", async () => {
    const bench = new Bench()
    bench.answer = () => refusing("EAPI:Invalid nonce")
    const reading = bench.kraken.readKey(bench.request())
    await bench.clock.until(reading.next())
    expect(bench.store.held).toBe(1)
    const unheard = {
      kind: "unexpected",
      krakenText: null,
      retryable: false,
      pausedUntilMs: null,
      clockSkewMs: null,
    } as const
    await bench.clock.until(reading.return(err(unheard)))
    expect(bench.store.held).toBe(0)
  })
})
