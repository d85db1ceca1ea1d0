import { describe, expect, it } from "vitest"
import { KEY_PAGE, RESTRICTIONS, restrictionById, TWO_FACTOR_PLACE } from "./key-screen"
import { sourceSchema } from "./purpose"

describe("Kraken's key screen", () => {
  it("shows the restrictions in its own order, each found by the fact it stands for", () => {
    const ids = RESTRICTIONS.map(({ id }) => id)
    expect(ids).toEqual(["name", "ipAllowlist", "validUntil", "queryFrom", "queryTo", "nonceWindow"])
    for (const id of ids) expect(restrictionById(id).id).toBe(id)
  })

  it("calls each restriction by a label of its own", () => {
    expect(new Set(RESTRICTIONS.map(({ label }) => label)).size).toBe(RESTRICTIONS.length)
  })

  it("claims nothing without a dated source, and nothing as official that Kraken does not show", () => {
    for (const { source, confidence } of [...RESTRICTIONS, KEY_PAGE, TWO_FACTOR_PLACE]) {
      expect(sourceSchema.safeParse(source).success).toBe(true)
      expect(confidence).not.toBe("official")
    }
  })

  it("is reached over https on Kraken's own sites only", () => {
    for (const url of [KEY_PAGE.url, KEY_PAGE.formerUrl])
      expect(new URL(url).origin).toMatch(/^https:\/\/(pro|www)\.kraken\.com$/)
  })
})
