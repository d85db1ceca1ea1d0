import { restrictionById } from "@/lib/catalog/key-screen"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { replaceKey } from "../fixes/whole-key"
import { dayOf } from "../wording"

const DAY_MS = 24 * 60 * 60_000
/** Two weeks leave time to make a new key and to change over without haste. */
const NOTICE_DAYS = 14

/** A key made to end is good; to be surprised by the end is not. */
export const soonToExpire = defineRule({
  id: "soon-to-expire",
  concerns: "working",
  severity: "low",
  title: { pass: "Does not expire soon", fail: "Expires soon" },
  rationale: "With two weeks' notice a new key can be made and tried before the old one stops.",
  source: restrictionById("validUntil").source,
  requires: ["validUntilMs", "nowMs"],
  check({ validUntilMs, nowMs }) {
    if (validUntilMs === null) return notApplicable("the key has no end")
    if (validUntilMs <= nowMs) return notApplicable("the key has expired")
    if (validUntilMs - nowMs > NOTICE_DAYS * DAY_MS) return pass()
    const why = `This key stops working on ${dayOf(validUntilMs)}, and the program that uses it stops with it.`
    return fail({ subject: "validUntil", why, fix: replaceKey })
  },
  examples: [
    { says: "A key that ends in spring.", key: { validUntil: "2027-04-01T00:00:00.000Z" }, expect: "pass" },
    { says: "A key that ends in a week.", key: { validUntil: "2026-11-08T00:00:00.000Z" }, expect: "fail" },
    { says: "A key that ended yesterday.", key: { validUntil: "2026-10-31T00:00:00.000Z" }, expect: "not-applicable" },
    { says: "A key without an end.", key: {}, expect: "not-applicable" },
  ],
})
