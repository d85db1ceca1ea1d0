import { describe, expect, it } from "vitest"
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { countCategories, countOver, foundEntries, groupEntries, overAsked } from "./entry-list"

const entry = (id: string, more: Partial<EntrySummary> = {}): EntrySummary => ({
  id,
  title: id,
  aliases: [],
  kind: "application",
  ship: "own",
  category: "tax",
  summary: "",
  confidence: "",
  asks: ["query-funds"],
  needs: ["query-funds"],
  difference: null,
  ...more,
})
const entries = [
  entry("stranger", { ship: "generic", asks: null, needs: null }),
  entry("greedy", { category: "trading-bot", asks: ["query-funds", "withdraw-funds"], aliases: ["goldfinger"] }),
  entry("use", { kind: "use-case" }),
  entry("modest", { summary: "Works out taxes." }),
]
const ALL = { search: "", category: null, onlyOver: false }
const ids = (groups: ReturnType<typeof groupEntries>) => groups.map(({ entries }) => entries.map(({ id }) => id))

describe("the table of applications", () => {
  it("shows each category with applications first and what is too little known last", () => {
    expect(ids(groupEntries(entries, ALL, "kind"))).toEqual([["modest", "use", "stranger"], ["greedy"]])
  })

  it("finds by other names and by what an application does", () => {
    expect(foundEntries(entries, "goldfinger").map(({ id }) => id)).toEqual(["greedy"])
    expect(foundEntries(entries, "taxes")[0]?.id).toBe("modest")
  })

  it("counts what each filter would leave of what was found", () => {
    expect(countCategories(entries, foundEntries(entries, "greedy"))).toEqual([
      { category: "tax", count: 0 },
      { category: "trading-bot", count: 1 },
    ])
    expect(countOver(entries)).toBe(1)
  })

  it("shows only what asks for too much, worst first, and counts nothing as over-asked where little is known", () => {
    expect(ids(groupEntries(entries, { ...ALL, onlyOver: true }, "over"))).toEqual([["greedy"]])
    expect(overAsked(entry("x", { asks: null }))).toBeNull()
  })

  it("puts what needs fewest boxes first and what is not known last", () => {
    expect(ids(groupEntries(entries, ALL, "few"))[0]?.at(-1)).toBe("stranger")
  })

  it("has no group where nothing is left", () => {
    expect(groupEntries([], ALL, "kind")).toEqual([])
  })
})
