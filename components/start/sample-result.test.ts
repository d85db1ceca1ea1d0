import { describe, expect, it } from "vitest"
import { sampleResult } from "./sample-result"

describe("the sample result", () => {
  it("shows a key that can withdraw although its purpose only reads, so that the worst row is the one to untick", () => {
    const { rows, headline, level } = sampleResult()
    expect(rows.filter(({ verdict }) => verdict === "excess").map(({ id }) => id)).toEqual(["withdraw-funds"])
    expect(rows.some(({ verdict }) => verdict === "ok")).toBe(true)
    expect(headline).toMatch(/withdraw/i)
    expect(["high", "critical"]).toContain(level)
  })
})
