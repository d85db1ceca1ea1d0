import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey } from "./arbitrary-key"
import { type ExampleKey, exampleKey } from "./example-key"
import { suggestPurposes } from "./suggest-purposes"

const suggested = (key: ExampleKey) => suggestPurposes(exampleKey(key)).map(({ id, why }) => [id, why])

describe("suggested purposes", () => {
  it("begin with what the name says, the longest hint first", () => {
    expect(suggested({ name: "Deltabadger withdrawal #2", granted: [] }).slice(0, 2)).toEqual([
      ["deltabadger-withdrawal", "The key's name says “deltabadger withdrawal”."],
      ["deltabadger-trading", "The key's name says “deltabadger”."],
    ])
    expect(suggested({ name: "KOINLY_2023", granted: [] })[0]?.[0]).toBe("koinly")
  })

  it("take a hint for whole words only", () => {
    expect(suggested({ name: "robotics", granted: [] })).toEqual([])
  })

  it("go on with what fits the boxes", () => {
    const key: ExampleKey = { name: "x", granted: ["query-funds", "query-closed-trades", "query-ledger"] }
    const [first] = suggested(key)
    expect(first).toEqual(["generic-tax", "It needs exactly the boxes that are ticked."])
    expect(suggested(key).length).toBe(3)
  })

  it("name a program for its boxes only where they are exactly its own and no other program's", () => {
    const koinly = ["query-funds", "query-closed-trades", "query-ledger", "export-data"] as const
    const kinds = (granted: ExampleKey["granted"] = []) =>
      suggested({ name: "x", granted }).map(([id]) => purposeById(id ?? "")?.kind)
    expect(suggested({ name: "x", granted: [...koinly] })[0]?.[0]).toBe("koinly")
    expect(kinds([...koinly])).toEqual(["application", "use-case", "use-case"])
    expect(new Set(kinds([...koinly, "withdraw-funds"]))).toEqual(new Set(["use-case"]))
    expect(kinds(["query-funds", "modify-trades"])).not.toContain("application")
  })

  it("are at most three, each once, never one that needs no key", () => {
    fc.assert(
      fc.property(arbitraryKey, (facts) => {
        const ids = suggestPurposes(facts).map(({ id }) => id)
        expect(ids.length).toBeLessThanOrEqual(3)
        expect(new Set(ids).size).toBe(ids.length)
        for (const id of ids) expect(purposeById(id)?.standing).toBeUndefined()
      }),
      { numRuns: 30 },
    )
  })

  it("are none for a key about which nothing speaks", () => {
    expect(suggested({ name: "x", granted: [] })).toEqual([])
  })
})
