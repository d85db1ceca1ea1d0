import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { clockBounds, SAMPLE_LIFE_MS, type TimeSample } from "./kraken-clock"

const START_MS = 1_795_608_000_000

/** What a sample looks like when Kraken's clock is `offsetMs` ahead of ours. */
function sample(sentAtMs: number, upMs: number, downMs: number, offsetMs: number): TimeSample {
  const krakenSeconds = Math.floor((sentAtMs + upMs + offsetMs) / 1000)
  return { sentAtMs, receivedAtMs: sentAtMs + upMs + downMs, krakenSeconds }
}

describe("clockBounds", () => {
  it("always hold the true offset, whatever the latency", () => {
    const latency = fc.nat(2_000)
    const offset = fc.integer({ min: -60_000, max: 60_000 })
    fc.assert(
      fc.property(offset, fc.array(fc.tuple(latency, latency, fc.nat(20_000)), { minLength: 1 }), (offsetMs, calls) => {
        let nowMs = START_MS
        const samples = calls.map(([up, down, pause]) => {
          const taken = sample(nowMs, up, down, offsetMs)
          nowMs = taken.receivedAtMs + (calls.length < 10 ? pause : 0)
          return taken
        })
        const bounds = clockBounds(samples, nowMs)
        expect(bounds?.lowMs).toBeLessThanOrEqual(offsetMs)
        expect(bounds?.highMs).toBeGreaterThanOrEqual(offsetMs)
      }),
    )
  })

  it("close in with each sample", () => {
    const samples = [0, 1_300, 2_600, 3_900].map((at) => sample(START_MS + at, 50, 50, 1_234))
    const widths = samples.map((_, at) => {
      const bounds = clockBounds(samples.slice(0, at + 1), START_MS + 5_000)
      return bounds ? bounds.highMs - bounds.lowMs : Number.NaN
    })
    expect(widths[0]).toBe(1_100)
    expect(widths.at(-1)).toBeLessThan(500)
  })

  it("follow the newest sample where a clock was set in between", () => {
    const samples = [sample(START_MS, 10, 10, 0), sample(START_MS + 5_000, 10, 10, 90_000)]
    expect(clockBounds(samples, START_MS + 6_000)?.lowMs).toBeGreaterThan(80_000)
  })

  it("are unknown without a fresh sample", () => {
    expect(clockBounds([], START_MS)).toBeNull()
    expect(clockBounds([sample(START_MS, 0, 0, 0)], START_MS + SAMPLE_LIFE_MS)).toBeNull()
    expect(clockBounds([sample(START_MS, 0, 0, 0)], START_MS - 1)).toBeNull()
    expect(clockBounds([{ sentAtMs: START_MS, receivedAtMs: START_MS - 1, krakenSeconds: 1 }], START_MS)).toBeNull()
  })
})
