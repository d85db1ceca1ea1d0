import { describe, expect, it } from "vitest"
import { FACTS_SEEN } from "@/lib/catalog/freshness"
import { monthInWords } from "./month"

describe("monthInWords", () => {
  it("names the month of the facts, whatever the reader's time zone", () => {
    expect(monthInWords("2026-11")).toBe("November 2026")
    expect(monthInWords("2027-01")).toBe("January 2027")
    expect(monthInWords(FACTS_SEEN)).toMatch(/^[A-Z][a-z]+ \d{4}$/)
  })
})
