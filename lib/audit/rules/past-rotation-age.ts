import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { replaceKey } from "../fixes/whole-key"
import { keyGuide } from "../key-guide"
import { canAct, canLoseFunds } from "../power"
import { countOf } from "../wording"

const DAY_MS = 24 * 60 * 60_000
/** Kraken says to replace keys from time to time and names no age. A year is our choice: long enough to be done, short enough to count. */
const AGE_MAX_DAYS = 365

/** Every year in a configuration file is a year in which it was copied, backed up and passed on. */
export const pastRotationAge = defineRule({
  id: "past-rotation-age",
  concerns: "safety",
  severity: "info",
  title: { pass: "Is young enough", fail: "Is older than a year" },
  rationale:
    "The longer a key exists, the more files, backups and people have had it. A new key makes all copies worthless.",
  source: keyGuide(),
  requires: ["boxes", "createdAtMs", "nowMs"],
  check({ boxes, createdAtMs, nowMs }) {
    if (createdAtMs === null) return notApplicable("Kraken does not say when the key was made")
    const days = Math.floor((nowMs - createdAtMs) / DAY_MS)
    if (days <= AGE_MAX_DAYS) return pass()
    const powers = PERMISSION_IDS.filter((id) => boxes[id] === "granted").map((id) => permissionById(id).power)
    const acting = powers.some(canAct) ? "low" : "info"
    return fail({
      subject: "createdAt",
      severity: powers.some(canLoseFunds) ? "medium" : acting,
      why: `The key is ${countOf(days, "day", "days")} old. A new key makes every copy of the old one worthless.`,
      fix: replaceKey,
    })
  },
  examples: [
    { says: "A key made two months ago.", key: { createdAt: "2026-09-01T09:00:00.000Z" }, expect: "pass" },
    {
      says: "A key that can trade, made two years ago.",
      key: { granted: ["modify-trades"], createdAt: "2024-11-01T09:00:00.000Z" },
      expect: "fail",
    },
    { says: "A key whose age was not told.", key: { unknownFields: ["createdAt"] }, expect: "unknown" },
  ],
})
