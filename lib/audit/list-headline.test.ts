import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { arbitraryKey } from "./arbitrary-key"
import { buildReport } from "./build-report"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import type { KeyFacts } from "./facts"
import { type ListedKey, listHeadline } from "./list-headline"

const listed = (name: string, facts: KeyFacts): ListedKey => ({
  name,
  report: buildReport({ facts, purposes: [], probes: [], nowMs: EXAMPLE_NOW_MS, last4: "dyZb", nonceScale: null }),
})
const key = (name: string, example: ExampleKey): ListedKey => listed(name, exampleKey(example))

const READS: ExampleKey = { granted: ["query-funds"] }

describe("the headline over a list", () => {
  it("counts what can withdraw, says from where, and where to start", () => {
    const keys = [
      key("tax", READS),
      key("old bot", { granted: ["withdraw-funds", "modify-trades"] }),
      key("savings", { granted: ["withdraw-funds"], ipAllowlist: ["203.0.113.7"] }),
      key("portfolio", READS),
    ]
    expect(listHeadline(keys)).toEqual({
      headline: "2 of 4 can withdraw, 1 from anywhere.",
      detail: "Start with “old bot”.",
    })
  })

  it("counts what can trade where nothing can withdraw", () => {
    expect(listHeadline([key("tax", READS), key("bot", { granted: ["modify-trades"] })]).headline).toBe(
      "1 of 2 can trade, from anywhere.",
    )
  })

  it("says both or all where every one of them works from anywhere", () => {
    const withdrawing = [1, 2, 3].map((number) => key(`key ${number}`, { granted: ["withdraw-funds"] }))
    expect(listHeadline([...withdrawing.slice(0, 2), key("tax", READS)]).headline).toBe(
      "2 of 3 can withdraw, both from anywhere.",
    )
    expect(listHeadline(withdrawing).headline).toBe("3 of 3 can withdraw, all from anywhere.")
  })

  it("says of what was read only, and what was not", () => {
    const unread = { name: "new", report: null }
    expect(listHeadline([])).toEqual({ headline: "No keys yet.", detail: "Add a key to see what it can do." })
    expect(listHeadline([unread]).headline).toBe("1 key, none read yet.")
    expect(listHeadline([key("tax", READS), unread])).toEqual({
      headline: "This key cannot trade or withdraw.",
      detail: "Nothing to change. 1 key has not been read.",
    })
  })

  it("never says that none can where one is not known", () => {
    fc.assert(
      fc.property(fc.array(arbitraryKey, { minLength: 1, maxLength: 4 }), (facts) => {
        const { headline } = listHeadline(facts.map((each, at) => listed(`key ${at}`, each)))
        const able = (id: "withdraw-funds" | "modify-trades") =>
          facts.some(({ permissions }) => permissions[id] === "granted")
        const unsure = facts.some(
          ({ permissions, unknownPermissions }) =>
            Object.values(permissions).includes("unknown") || unknownPermissions.length > 0,
        )
        if (able("withdraw-funds")) expect(headline).toContain("can withdraw")
        else if (able("modify-trades")) expect(headline).toContain("can trade")
        if (unsure) expect(headline).not.toMatch(/None|cannot/)
      }),
    )
  })

  it("does not count an IP list that is not known as from anywhere", () => {
    const keys = [key("bot", { granted: ["withdraw-funds"], unknownFields: ["ipAllowlist"] })]
    expect(listHeadline(keys).headline).toBe("1 of 1 can withdraw.")
  })
})
