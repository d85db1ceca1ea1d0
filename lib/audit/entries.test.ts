import { describe, expect, it } from "vitest"
import { APPLICATION_ENTRIES } from "@/lib/catalog/applications"
import { entryNamed, searchEntries } from "@/lib/catalog/find-entries"
import { ENTRIES, entryById, entryPage, namesOf, summariseEntry } from "./entries"
import { entriesAsText, entryAsText } from "./entry-text"
import { entryPageSchema, entrySummarySchema } from "./tick-sheet-schema"

const summaries = ENTRIES.map(summariseEntry)

describe("the entries", () => {
  it("hold every application that the catalogue knows, each under an id of its own", () => {
    const ids = summaries.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids).toEqual(expect.arrayContaining(APPLICATION_ENTRIES.map(({ id }) => id)))
    expect(entryById("")).toBeUndefined()
  })

  it("have the published form, in the table and on their page", () => {
    for (const summary of summaries) expect(entrySummarySchema.safeParse(summary).error).toBeUndefined()
    for (const entry of ENTRIES) expect(entryPageSchema.safeParse(entryPage(entry)).error).toBeUndefined()
  })

  it("are found by every name that people use", () => {
    for (const entry of ENTRIES) {
      for (const name of [entry.told.id, entry.told.title, ...namesOf(entry)]) {
        expect(searchEntries(summaries, name).map(({ id }) => id)).toContain(entry.told.id)
      }
      expect(entryNamed(summaries, entry.told.id)?.id).toBe(entry.told.id)
    }
  })

  it("say what to do where there are no boxes: nothing at all, or what stands in", () => {
    for (const entry of ENTRIES) {
      const { ship, sheet, standIns } = entryPage(entry)
      expect(sheet === null).toBe(ship !== "own")
      expect(standIns.length > 0).toBe(ship === "generic")
    }
  })
})

describe("the texts of the terminal", () => {
  it("stay within 100 columns and name all 13 boxes of what has boxes", () => {
    for (const entry of ENTRIES) {
      const text = entryAsText(entryPage(entry))
      for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100)
      const boxes = text.split("\n").filter((line) => /^ {4}(Tick|Leave off) /.test(line))
      expect(boxes).toHaveLength(entry.purpose ? 13 : 0)
    }
  })

  it("list every entry on a line of its own", () => {
    expect(entriesAsText(summaries).trimEnd().split("\n")).toHaveLength(ENTRIES.length)
  })
})
