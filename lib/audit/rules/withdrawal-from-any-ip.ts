import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { moveOut } from "../fixes/boxes"
import { limitAddresses } from "../fixes/limits"
import { purposeNames } from "../wording"

/** A copied key that can withdraw from anywhere is an emptied account. */
export const withdrawalFromAnyIp = defineRule({
  id: "withdrawal-from-any-ip",
  concerns: "safety",
  severity: "critical",
  title: { pass: "Can withdraw only from listed addresses", fail: "Can withdraw from any IP address" },
  rationale: "Whoever copies such a key can move funds out from wherever they are. Kraken urges a strict IP list here.",
  source: permissionById("withdraw-funds").source,
  requires: ["permission:withdraw-funds", "reach", "purposes"],
  check({ permission, reach, purposes }) {
    if (permission["withdraw-funds"] === "denied") return notApplicable("the key cannot withdraw")
    if (reach === "listed") return pass()
    const without = purposes.filter(({ ipAllowlistPossible }) => !ipAllowlistPossible)
    const why = "Whoever copies this key can move funds out from wherever they are, until you notice."
    if (without.length === 0) return fail({ subject: "ipAllowlist", why, fix: limitAddresses })
    const says = `${purposeNames(without)} cannot work with an IP list, so Withdraw does not belong in the same key.`
    return fail({ subject: "ipAllowlist", why: `${why} ${says}`, fix: moveOut("withdraw-funds") })
  },
  examples: [
    {
      says: "A key that can withdraw, from one address only.",
      key: { granted: ["withdraw-funds"], ipAllowlist: ["203.0.113.7"] },
      expect: "pass",
    },
    { says: "A key that can withdraw, without an IP list.", key: { granted: ["withdraw-funds"] }, expect: "fail" },
    {
      says: "A key that can withdraw, with an IP list that lets everyone in.",
      key: { granted: ["withdraw-funds"], ipAllowlist: ["0.0.0.0/1", "128.0.0.0/1"] },
      expect: "fail",
    },
    {
      says: "A key that can withdraw, used by a tool that cannot work with an IP list.",
      key: { granted: ["withdraw-funds"] },
      purposes: ["koinly"],
      expect: "fail",
    },
    { says: "A key that can only query.", key: { granted: ["query-funds"] }, expect: "not-applicable" },
    {
      says: "A key of which nobody said whether it may withdraw.",
      key: { unknown: ["withdraw-funds"] },
      expect: "unknown",
    },
  ],
})
