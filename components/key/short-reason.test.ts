import { describe, expect, it } from "vitest"
import { shortReason } from "./short-reason"

const long = `A thief could ${"do something at length and ".repeat(5)}then some.`
const findings = [
  { rule: "worse", title: "Can do harm" },
  { rule: "lesser", title: "Is a nuisance" },
]

describe("shortReason", () => {
  it("shows the first sentence where it can be scanned", () => {
    expect(shortReason({ why: "It is not needed. A thief could trade.", rules: ["worse"] }, findings)).toEqual({
      short: "It is not needed.",
      more: "A thief could trade.",
    })
  })

  it("shows the worst finding's title instead of a long sentence, and keeps the whole reason", () => {
    expect(shortReason({ why: long, rules: ["lesser", "worse"] }, findings)).toEqual({
      short: "Can do harm.",
      more: long,
    })
  })

  it("never leaves a change without a reason", () => {
    expect(shortReason({ why: long, rules: [] }, findings)).toEqual({ short: long, more: "" })
  })
})
