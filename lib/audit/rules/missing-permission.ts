import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, failForEach } from "../define-rule"
import { tick } from "../fixes/boxes"
import { boxName, purposeNames } from "../wording"

/** Too few boxes is no danger, but the program fails, and people then tick everything. */
export const missingPermission = defineRule({
  id: "missing-permission",
  concerns: "working",
  severity: "low",
  title: { pass: "Holds everything that its purpose needs", fail: "Lacks a permission that its purpose needs" },
  rationale: "A program that lacks one permission fails in odd places, and the usual way out is to tick far too much.",
  source: permissionById("query-funds").source,
  requires: ["boxes", "needed", "purposes"],
  check({ boxes, needed, purposes }) {
    const missing = PERMISSION_IDS.filter((id) => needed.has(id) && boxes[id] === "denied")
    const [needs, works] = purposes.length === 1 ? ["needs", "works"] : ["need", "work"]
    return failForEach(
      missing.map((id) => ({
        subject: id,
        title: `${boxName(id)} is needed and not ticked`,
        why: `${purposeNames(purposes)} ${needs} it and only partly ${works} without it.`,
        fix: tick(id),
      })),
    )
  },
  examples: [
    {
      says: "A key for rotki with the three boxes that it needs.",
      key: { granted: ["query-funds", "query-closed-trades", "query-ledger"] },
      purposes: ["rotki"],
      expect: "pass",
    },
    {
      says: "A key for rotki without the ledger.",
      key: { granted: ["query-funds", "query-closed-trades"] },
      purposes: ["rotki"],
      expect: "fail",
    },
    { says: "A key that nobody has named a purpose for.", key: {}, expect: "not-applicable" },
  ],
})
