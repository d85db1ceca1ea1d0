import { restrictionById } from "@/lib/catalog/key-screen"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { replaceKey } from "../fixes/whole-key"
import { dayOf } from "../wording"

/** A key past its end does nothing any more, neither for its program nor for a thief. */
export const expired = defineRule({
  id: "expired",
  concerns: "working",
  severity: "low",
  title: { pass: "Has not expired", fail: "Has expired" },
  rationale: "Kraken refuses an expired key as if it had never existed, so the program that uses it stands still.",
  source: restrictionById("validUntil").source,
  requires: ["validUntilMs", "nowMs"],
  check({ validUntilMs, nowMs }) {
    if (validUntilMs === null) return notApplicable("the key has no end")
    if (nowMs < validUntilMs) return pass()
    const why = `Kraken shows ${dayOf(validUntilMs)} as the end of this key. Its program no longer gets in.`
    return fail({ subject: "validUntil", why, fix: replaceKey })
  },
  examples: [
    { says: "A key that ends in spring.", key: { validUntil: "2027-04-01T00:00:00.000Z" }, expect: "pass" },
    { says: "A key that ended yesterday.", key: { validUntil: "2026-10-31T00:00:00.000Z" }, expect: "fail" },
    { says: "A key without an end.", key: {}, expect: "not-applicable" },
  ],
})
