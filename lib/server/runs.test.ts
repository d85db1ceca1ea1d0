import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { liveEventSchema, type RunEvent, runEventSchema } from "@/lib/protocol/run-event"
import { type Bench, openBench } from "./testing/bench"
import { settle } from "./testing/manual-clock"

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const ALWAYS = () => true

const add = (id: string) => bench.add(id)
const view = (keyId: string) => bench.view(keyId)

function start(keyId: string): string {
  const run = bench.world.keys.startRun(keyId, {})
  if (!run.ok) throw new Error(run.error.code)
  return run.value
}

const heard = (runId: string, from = 0) => bench.follow(runId, from)

describe("a run", () => {
  it("tells everything from its beginning to its end, numbered without gaps, in the published form", async () => {
    const runId = start(add("koinly"))
    const events = await heard(runId)
    expect(events.map((event) => runEventSchema.parse(event).n)).toEqual(events.map((_, at) => at))
    expect(events[0]?.type).toBe("started")
    expect(events.some(({ type }) => type === "probe")).toBe(true)
    expect(events.filter(({ type }) => type === "finding").length).toBeGreaterThan(0)
    expect(events.at(-1)?.type).toBe("finished")
  })

  it("can be heard again later, and from any event on", async () => {
    const runId = start(add("koinly"))
    const whole = await heard(runId)
    expect(await heard(runId)).toEqual(whole)
    expect(await heard(runId, 2)).toEqual(whole.slice(2))
    expect(await heard(runId, 1_000)).toEqual([])
  })

  it("has stored what it learnt before it announces a finding or its end", async () => {
    const keyId = add("koinly")
    const runId = start(keyId)
    for await (const event of bench.world.runs.events(runId, 0, ALWAYS, new AbortController().signal)) {
      if (event.type === "finding") expect(view(keyId).readings).toBe(1)
      if (event.type === "finished") expect(view(keyId)).toMatchObject({ run: null, readings: 1, failure: null })
    }
  })

  it("is the same one when it is asked for again while it is under way, so that a key is never read twice at once", async () => {
    const go = bench.holdCalls()
    const keyId = add("koinly")
    const runId = start(keyId)
    expect(start(keyId)).toBe(runId)
    expect(view(keyId).run?.id).toBe(runId)
    go()
    await heard(runId)
    expect(start(keyId)).not.toBe(runId)
  })

  it("runs beside those of other keys", async () => {
    const go = bench.holdCalls()
    const keyIds = ["koinly", "old-bot", "hummingbot"].map(add)
    const runIds = keyIds.map(start)
    expect(keyIds.every((keyId) => view(keyId).run !== null)).toBe(true)
    go()
    for (const runId of runIds) expect((await heard(runId)).at(-1)?.type).toBe("finished")
  })

  it("goes on when nobody listens any more", async () => {
    const go = bench.holdCalls()
    const keyId = add("koinly")
    const runId = start(keyId)
    const tab = new AbortController()
    const listening = bench.world.runs.events(runId, 0, ALWAYS, tab.signal)
    await listening.next()
    tab.abort()
    expect((await listening.next()).done).toBe(true)
    go()
    await heard(runId)
    expect(view(keyId).readings).toBe(1)
  })

  it("ends as stopped when a person stops it, and leaves no failure behind", async () => {
    bench.holdCalls()
    const keyId = add("koinly")
    const runId = start(keyId)
    await settle()
    expect(bench.world.runs.stop(runId)).toBe(true)
    expect((await heard(runId)).at(-1)?.type).toBe("stopped")
    expect(view(keyId)).toMatchObject({ run: null, readings: 0, failure: null })
  })

  it("is not heard by a tab whose session has ended", async () => {
    const runId = start(add("koinly"))
    const events: RunEvent[] = []
    let allowed = true
    for await (const event of bench.world.runs.events(runId, 0, () => allowed, new AbortController().signal)) {
      events.push(event)
      allowed = false
    }
    expect(events).toHaveLength(1)
  })

  it("ends as failed with the reason and the next step where Kraken refuses, and a later good one clears it", async () => {
    const keyId = add("koinly")
    bench.kraken.disableKey("koinly")
    expect((await heard(start(keyId))).at(-1)).toMatchObject({ type: "failed", failure: { kind: "wrong-key" } })
    expect(view(keyId).failure).toMatchObject({ kind: "wrong-key", krakenText: "EAPI:Invalid key" })
    expect(view(keyId).failure?.nextStep).not.toBe("")
    bench.kraken.reset()
    expect((await heard(start(keyId))).at(-1)?.type).toBe("finished")
    expect(view(keyId)).toMatchObject({ failure: null, readings: 1 })
  })

  it("ends as failed, not silently, where something happens that nobody foresaw, and no text of it gets out", async () => {
    const keyId = add("koinly")
    bench.world.destination.kraken.readKey = () => {
      throw new Error("with-a-canary-in-it")
    }
    const events = await heard(start(keyId))
    expect(events.at(-1)).toMatchObject({ type: "failed", failure: { kind: "unexpected" } })
    expect(JSON.stringify([events, view(keyId)])).not.toContain("canary")
    expect(bench.unexpected).toHaveLength(1)
  })
})

describe("the live stream", () => {
  it("tells of every event of every run, and beats when nothing happens", async () => {
    const stop = new AbortController()
    const types: string[] = []
    const listening = (async () => {
      for await (const event of bench.world.live.follow(ALWAYS, stop.signal))
        types.push(liveEventSchema.parse(event).type)
    })()
    await settle()
    const keyId = add("koinly")
    const events = await heard(start(keyId))
    await settle()
    expect(types[0]).toBe("hello")
    expect(types.filter((type) => type === "run")).toHaveLength(events.length)
    expect(types).toContain("key-changed")
    const before = types.length
    await bench.clock.advance(31_000)
    expect(types.slice(before)).toEqual(["beat", "beat"])
    stop.abort()
    await listening
  })

  it("ends once the session has ended, before it tells anything more", async () => {
    let allowed = true
    const listening = bench.world.live.follow(() => allowed, new AbortController().signal)
    await listening.next()
    allowed = false
    bench.world.live.publish({ type: "key-changed", keyId: "any" })
    expect((await listening.next()).done).toBe(true)
  })

  it("lets go of a page that has stopped reading, instead of keeping everything for it", async () => {
    const listening = bench.world.live.follow(ALWAYS, new AbortController().signal)
    await listening.next()
    for (let at = 0; at < 3_000; at++) bench.world.live.publish({ type: "key-changed", keyId: "any" })
    expect((await listening.next()).done).toBe(true)
  })
})
