import { restrictionById } from "@/lib/catalog/key-screen"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { setExpiry } from "../fixes/limits"
import { canAct } from "../power"

/** A forgotten key without an end works for whoever finds it, years later. */
export const unboundedLifetime = defineRule({
  id: "unbounded-lifetime",
  concerns: "safety",
  severity: "low",
  title: { pass: "Stops working on a set date", fail: "Works for ever" },
  rationale:
    "Stolen keys have been kept for weeks before they were used. A date on which a key stops ends that by itself.",
  source: restrictionById("validUntil").source,
  requires: ["power", "validUntilMs"],
  check({ power, validUntilMs }) {
    if (!canAct(power)) return notApplicable("the key can change nothing of value")
    if (validUntilMs !== null) return pass()
    return fail({
      subject: "validUntil",
      severity: power === "moves-funds-out" || power === "changes-addresses" ? "medium" : "low",
      why: "If this key is copied and forgotten, it still works in years. A date puts an end to that.",
      fix: setExpiry,
    })
  },
  examples: [
    {
      says: "A bot's key that ends in spring.",
      key: { granted: ["modify-trades"], validUntil: "2027-04-01T00:00:00.000Z" },
      expect: "pass",
    },
    { says: "A bot's key without an end.", key: { granted: ["modify-trades"] }, expect: "fail" },
    { says: "A key that can only query.", key: { granted: ["query-funds"] }, expect: "not-applicable" },
    {
      says: "A key of which nobody said whether it may withdraw.",
      key: { granted: ["query-funds"], unknown: ["withdraw-funds"] },
      expect: "unknown",
    },
  ],
})
