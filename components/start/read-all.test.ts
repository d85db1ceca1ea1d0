import { describe, expect, it } from "vitest"
import type { KeyView } from "@/lib/protocol/key-view"
import { exampleView } from "./example-view"
import {
  beginReadAll,
  didNotStart,
  didStart,
  mustStop,
  nextToStart,
  outcomeOf,
  progressOf,
  type ReadAll,
  RUNS_AT_ONCE,
  starting,
  withoutWaiting,
} from "./read-all"

const keys = Array.from({ length: 10 }, (_, at) => exampleView({ id: `k${at}` }))
const running = (key: KeyView): KeyView => ({ ...key, run: { id: `run-${key.id}`, startedAt: "" } })

/** Starts whatever may be started; every started key stays under way. */
function fill(batch: ReadAll, all: readonly KeyView[]): { batch: ReadAll; all: readonly KeyView[] } {
  const id = nextToStart(batch, all)
  if (id === null) return { batch, all }
  const next = all.map((key) => (key.id === id ? running(key) : key))
  return fill(didStart(starting(batch, id), id, `run-${id}`), next)
}

describe("reading many keys", () => {
  it("never has more than four runs under way, however many keys there are", () => {
    const { batch, all } = fill(beginReadAll(keys), keys)
    expect(progressOf(batch, all)).toEqual({ total: 10, done: 0, running: RUNS_AT_ONCE })
  })

  it("makes one start at a time", () => {
    const batch = starting(beginReadAll(keys), "k0")
    expect(nextToStart(batch, keys)).toBeNull()
  })

  it("goes on when a run ends, and ends with every key done", () => {
    let { batch, all } = fill(beginReadAll(keys), keys)
    for (let round = 0; round < keys.length; round++) {
      all = all.map((key) => ({ ...key, run: null }))
      ;({ batch, all } = fill(batch, all))
    }
    expect(progressOf(batch, keys)).toEqual({ total: 10, done: 10, running: 0 })
    expect(nextToStart(batch, keys)).toBeNull()
  })

  it("never asks anything of a person and leaves out what would need it", () => {
    const gone = exampleView({ id: "gone", secret: "gone" })
    const code = exampleView({ id: "code", otp: "code" })
    const counter = exampleView({ id: "counter", nonceScale: "counter" })
    const busy = running(exampleView({ id: "busy" }))
    expect(beginReadAll([gone, code, counter, busy, ...keys.slice(0, 1)]).waiting).toEqual(["k0"])
  })

  it("goes on past a key that could not be started, and remembers that there was one", () => {
    const batch = didNotStart(starting(beginReadAll(keys), "k0"), "k0")
    expect(nextToStart(batch, keys)).toBe("k1")
    expect(batch.failedToStart).toBe(1)
    expect(progressOf(batch, keys)).toEqual({ total: 10, done: 1, running: 0 })
  })

  it("stops when Kraken or Keytrim has stopped signed calls, but not for an earlier pause", () => {
    const at = "2026-11-20T10:00:00.000Z"
    const failure = {
      kind: "paused",
      message: "",
      krakenText: null,
      retryable: true,
      at,
      nextStep: "",
      pausedUntil: at,
    } as const
    const paused = keys.map((key) => (key.id === "k0" ? exampleView({ id: "k0", failure }) : key))
    const started = didStart(starting(beginReadAll(paused), "k0"), "k0", "run-k0")
    expect(mustStop(started, paused)).toBe(true)
    expect(mustStop(beginReadAll(paused), paused)).toBe(false)
    expect(mustStop(starting(beginReadAll(paused), "k0"), paused)).toBe(false)
  })

  it("never counts a failed try among the keys that were read", () => {
    const failure = {
      kind: "wrong-key",
      message: "",
      krakenText: null,
      retryable: false,
      at: "2026-11-20T10:00:00.000Z",
      nextStep: "",
      pausedUntil: null,
    } as const
    const mixed = [exampleView({ id: "a" }), exampleView({ id: "b", failure }), exampleView({ id: "c" })]
    const start = (batch: ReadAll, id: string) => didStart(starting(batch, id), id, `run-${id}`)
    const batch = didNotStart(starting(start(start(beginReadAll(mixed), "a"), "b"), "c"), "c")
    expect(outcomeOf(batch, mixed)).toEqual({ read: 1, failed: 2 })
  })

  it("starts nothing more after a stop", () => {
    const { batch, all } = fill(beginReadAll(keys), keys)
    const stopped = withoutWaiting(batch)
    expect(
      nextToStart(
        stopped,
        all.map((key) => ({ ...key, run: null })),
      ),
    ).toBeNull()
  })
})
