import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { ReportPermission } from "@/lib/audit/report-schema"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { groupPermissions } from "./permission-groups"

const row = (id: string): ReportPermission => ({
  id,
  label: id,
  level: null,
  declared: "granted",
  observed: "untested",
  needed: null,
  verdict: null,
  reason: "",
})
const shown = (ids: readonly string[]) =>
  groupPermissions(ids.map(row)).flatMap(({ entries }) => entries.map(({ judged }) => judged.id))

describe("groupPermissions", () => {
  it("shows Kraken's order whatever the order of the report, and never loses a row", () => {
    const ids = fc.shuffledSubarray([...PERMISSION_IDS, "brand-new-power", "another-one"], { minLength: 1 })
    fc.assert(
      fc.property(ids, (order) => {
        const known = shown(order).filter((id) => PERMISSION_IDS.some((other) => other === id))
        expect(known).toEqual(PERMISSION_IDS.filter((id) => order.includes(id)))
        expect([...shown(order)].sort()).toEqual([...order].sort())
      }),
    )
  })

  it("puts a word that the catalogue does not know into a group of its own", () => {
    const last = groupPermissions([row("brand-new-power"), row("query-funds")]).at(-1)
    expect(last).toMatchObject({ id: "strangers", entries: [{ known: null }] })
  })
})
