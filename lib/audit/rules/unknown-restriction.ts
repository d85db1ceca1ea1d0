import { restrictionById } from "@/lib/catalog/key-screen"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, failForEach } from "../define-rule"
import { lookUpLimits } from "../fixes/whole-key"
import { canLoseFunds } from "../power"

/** A restriction that nobody has told about may be missing, so it is not taken for set. */
export const unknownRestriction = defineRule({
  id: "unknown-restriction",
  concerns: "safety",
  severity: "info",
  title: { pass: "Every restriction is known", fail: "Something about its restrictions is not known" },
  rationale: "A key that can lose funds is safe or not by its IP list. A list that is not known cannot be counted on.",
  source: restrictionById("ipAllowlist").source,
  requires: ["boxes", "unknownLimits"],
  check({ boxes, unknownLimits }) {
    const risky = PERMISSION_IDS.some((id) => boxes[id] !== "denied" && canLoseFunds(permissionById(id).power))
    return failForEach(
      unknownLimits.map(({ id, reason }) => ({
        subject: id,
        severity: risky && id === "ipAllowlist" ? "medium" : "info",
        title: `${restrictionById(id).label} is not known`,
        why: `${reason} What is not known is not counted as safe.`,
        fix: lookUpLimits,
      })),
    )
  },
  examples: [
    { says: "A key whose restrictions were all read.", key: { granted: ["modify-trades"] }, expect: "pass" },
    {
      says: "A key that can trade, with an IP list that nobody has looked at.",
      key: { granted: ["modify-trades"], unknownFields: ["ipAllowlist"] },
      expect: "fail",
    },
    {
      says: "A key with an entry in its IP list that cannot be read.",
      key: { ipAllowlist: ["my office"] },
      expect: "fail",
    },
  ],
})
