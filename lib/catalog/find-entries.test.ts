import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { entryNamed, nearestEntries, searchEntries } from "./find-entries"

const entries = [
  { id: "koinly", title: "Koinly", aliases: ["koinly"], about: "Works out taxes." },
  { id: "hummingbot", title: "Hummingbot", aliases: ["humming bot"], about: "Makes markets." },
  { id: "impot", title: "Impôt facile", aliases: [], about: "Works out taxes." },
  { id: "bot-a", title: "Kraken DCA", aliases: ["dca"], about: "Buys regularly." },
  { id: "bot-b", title: "Kraken DCA", aliases: ["dca"], about: "Buys regularly." },
]
const ids = (found: readonly { id: string }[]) => found.map(({ id }) => id)
const about = (entry: { about: string }) => entry.about

describe("searchEntries", () => {
  it("shows everything while nothing is asked for", () => {
    expect(ids(searchEntries(entries, "  "))).toEqual(ids(entries))
  })

  it("finds a name without minding case, accents, spaces or hyphens", () => {
    expect(ids(searchEntries(entries, "HUMMING-BOT"))).toEqual(["hummingbot"])
    expect(ids(searchEntries(entries, "impot"))).toEqual(["impot"])
  })

  it("finds by the beginnings of words in what else is told of an entry, names first", () => {
    expect(ids(searchEntries(entries, "tax", about))).toEqual(["koinly", "impot"])
    expect(ids(searchEntries(entries, "regularly buys", about))).toEqual(["bot-a", "bot-b"])
    expect(searchEntries(entries, "axes", about)).toEqual([])
  })
})

describe("entryNamed", () => {
  it("takes any name of an entry, and none that two entries share", () => {
    expect(entryNamed(entries, "Humming Bot")?.id).toBe("hummingbot")
    expect(entryNamed(entries, "kraken dca")).toBeUndefined()
    expect(entryNamed(entries, "bot-b")?.id).toBe("bot-b")
    expect(entryNamed(entries, "")).toBeUndefined()
  })
})

describe("nearestEntries", () => {
  it("sees through a slip of the keyboard", () => {
    expect(ids(nearestEntries(entries, "koinyl", 3))).toContain("koinly")
    expect(ids(nearestEntries(entries, "humingbot", 3))[0]).toBe("hummingbot")
  })

  it("suggests nothing for what looks like none of them", () => {
    expect(nearestEntries(entries, "zzzzqqqq", 3)).toEqual([])
    expect(nearestEntries(entries, "", 3)).toEqual([])
  })

  it("never gives more than asked for, whatever was typed", () => {
    fc.assert(
      fc.property(fc.string(), fc.nat(3), (name, count) => nearestEntries(entries, name, count).length <= count),
    )
  })
})
