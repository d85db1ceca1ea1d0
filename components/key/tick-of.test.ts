import { describe, expect, it } from "vitest"
import { doneTickOf, tickOf } from "./tick-of"

const NOW_MS = Date.UTC(2026, 10, 25)
const daysAgo = (days: number) => new Date(NOW_MS - days * 86_400_000).toISOString()

describe("tickOf", () => {
  it("is hollow for what Kraken lists and solid only for what was tried as well", () => {
    expect(tickOf({ source: "kraken", confidence: "listed", readAt: daysAgo(0) }, NOW_MS)).toBe("listed")
    expect(tickOf({ source: "kraken", confidence: "tested", readAt: daysAgo(0) }, NOW_MS)).toBe("tested")
  })

  it("never makes a reading green of which a part is not known, but keeps what it did show done", () => {
    const partial = { source: "kraken", confidence: "partial", readAt: daysAgo(0) } as const
    expect(tickOf(partial, NOW_MS)).toBe("aged")
    expect(doneTickOf(partial, NOW_MS)).toBe("listed")
    expect(doneTickOf({ ...partial, readAt: daysAgo(31) }, NOW_MS)).toBe("aged")
  })

  it("never counts what a person told, what came from elsewhere, or what is older than 30 days", () => {
    expect(tickOf({ source: "told", confidence: "told", readAt: daysAgo(0) }, NOW_MS)).toBe("aged")
    expect(tickOf({ source: "answer", confidence: "listed", readAt: daysAgo(0) }, NOW_MS)).toBe("aged")
    expect(tickOf({ source: "kraken", confidence: "tested", readAt: daysAgo(31) }, NOW_MS)).toBe("aged")
    expect(tickOf({ source: "kraken", confidence: "tested", readAt: daysAgo(30) }, NOW_MS)).toBe("tested")
    expect(tickOf({ source: "kraken", confidence: "tested", readAt: null }, NOW_MS)).toBe("aged")
  })
})
