import { harmOrder, permissionById } from "@/lib/catalog/permissions"
import { defineRule, failForEach } from "../define-rule"
import { untick } from "../fixes/boxes"
import { severityOfBox } from "../severity"
import { boxName, lowerFirst, purposeNames } from "../wording"

/** A box that nothing needs gives a thief more than it gives its owner. Judged only against a purpose. */
export const excessPermission = defineRule({
  id: "excess-permission",
  concerns: "safety",
  severity: "high",
  title: {
    pass: "Holds nothing that its purpose can do without",
    fail: "Holds a permission that its purpose does not need",
  },
  rationale: "Whatever a key may do, a thief who copies it may do too. What nobody needs, nobody misses when it goes.",
  source: permissionById("query-funds").source,
  requires: ["boxes", "needed", "purposes"],
  check({ boxes, needed, purposes }) {
    const excess = harmOrder.filter((id) => boxes[id] === "granted" && !needed.has(id))
    const does = purposes.length === 1 ? "does" : "do"
    return failForEach(
      excess.map((id) => ({
        subject: id,
        severity: severityOfBox(id),
        title: `${boxName(id)} is ticked and not needed`,
        why: `${purposeNames(purposes)} ${does} not need it. A thief could use it to ${lowerFirst(permissionById(id).thief)}`,
        fix: untick(id),
      })),
    )
  },
  examples: [
    {
      says: "A key for MoneyMoney that may only query.",
      key: { granted: ["query-funds"] },
      purposes: ["moneymoney"],
      expect: "pass",
    },
    {
      says: "A key for MoneyMoney that may also withdraw.",
      key: { granted: ["query-funds", "withdraw-funds"] },
      purposes: ["moneymoney"],
      expect: "fail",
    },
    {
      says: "A key that nobody has named a purpose for.",
      key: { granted: ["withdraw-funds"] },
      expect: "not-applicable",
    },
  ],
})
