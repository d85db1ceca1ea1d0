import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { firstSentence } from "./first-sentence"

describe("firstSentence", () => {
  it("cuts after the first sentence and nowhere inside it", () => {
    expect(firstSentence("It is not needed. A thief could trade.")).toEqual({
      first: "It is not needed.",
      rest: "A thief could trade.",
    })
    expect(firstSentence("It works from 10.0.0.1, e.g. at home.").rest).toBe("")
    expect(firstSentence("Kraken says “On.” Then it ends.").first).toBe("Kraken says “On.”")
  })

  it("never loses a word", () => {
    const words = (text: string) => text.split(/\s+/).filter(Boolean)
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const { first, rest } = firstSentence(text)
        expect([...words(first), ...words(rest)]).toEqual(words(text))
      }),
    )
  })
})
