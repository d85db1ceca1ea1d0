import type { PermissionId } from "@/lib/catalog/permission-ids"
import { harmOrder, permissionById } from "@/lib/catalog/permissions"
import { defineRule, type Failing, failForEach } from "../define-rule"
import { lookUpBoxes, lookUpWords } from "../fixes/whole-key"
import { canLoseFunds } from "../power"
import { boxName, printable } from "../wording"

const unlisted = (word: string): Failing => ({
  subject: printable(word, 60),
  title: "Holds a permission that Keytrim does not know",
  why: `Kraken lists “${printable(word, 60)}”, which is not among the permissions that Keytrim knows. Until it is, treat it as dangerous.`,
  fix: lookUpWords,
})

const notKnown = (id: PermissionId): Failing => ({
  subject: id,
  severity: canLoseFunds(permissionById(id).power) ? "medium" : "info",
  title: `Not known whether ${boxName(id)} is ticked`,
  why: "What is not known is not counted as safe.",
  fix: lookUpBoxes,
})

/** What is not known could be anything, so it is never passed over: neither a word of Kraken's nor the state of a box. */
export const unknownPermission = defineRule({
  id: "unknown-permission",
  concerns: "safety",
  severity: "high",
  title: { pass: "Every permission is known", fail: "Something about its permissions is not known" },
  rationale:
    "Kraken may add permissions at any time, and a reading may be silent about one. Neither may look like safety.",
  source: permissionById("query-funds").source,
  requires: ["boxes", "unlistedWords"],
  check({ boxes, unlistedWords }) {
    const silent = harmOrder.filter((id) => boxes[id] === "unknown")
    return failForEach([...unlistedWords.map(unlisted), ...silent.map(notKnown)])
  },
  examples: [
    { says: "A key whose 13 boxes are all known.", key: { granted: ["query-funds"] }, expect: "pass" },
    {
      says: "A key with a permission that Kraken added after this list was made.",
      key: { granted: ["query-funds"], unknownPermissions: ["lend-everything"] },
      expect: "fail",
    },
    {
      says: "A key of which nobody said whether it may withdraw.",
      key: { granted: ["query-funds"], unknown: ["withdraw-funds"], source: "told" },
      expect: "fail",
    },
  ],
})
