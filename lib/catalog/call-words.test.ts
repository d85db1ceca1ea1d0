import { describe, expect, it } from "vitest"
import { callInWords, hasWords } from "./call-words"
import { PURPOSES } from "./purposes"

describe("callInWords", () => {
  const calls = [...new Set(PURPOSES.flatMap((purpose) => purpose.calls.map(({ call }) => call)))]

  it("has words for every call that a purpose names", () => {
    expect(calls.length).toBeGreaterThan(10)
    expect(calls.filter((call) => !hasWords(call))).toEqual([])
  })

  it("never shows the call itself", () => {
    for (const call of [...calls, "/0/private/NotThoughtOf"]) expect(callInWords(call)).toMatch(/^[a-z][A-Za-z’ ]+$/)
  })
})
