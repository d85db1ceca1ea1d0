import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { limitAddresses } from "../fixes/limits"
import { purposeNames } from "../wording"

/** Trading is enough to lose a balance: bad trades with the thief's own account need no withdrawal. */
export const tradingFromAnyIp = defineRule({
  id: "trading-from-any-ip",
  concerns: "safety",
  severity: "high",
  title: { pass: "Can trade only from listed addresses", fail: "Can trade from any IP address" },
  rationale:
    "A thief can trade a balance away in rarely traded coins. Kraken limits no key to certain pairs or amounts.",
  source: permissionById("modify-trades").source,
  requires: ["permission:modify-trades", "reach", "purposes"],
  check({ permission, reach, purposes }) {
    if (permission["modify-trades"] === "denied") return notApplicable("the key cannot place orders")
    if (reach === "listed") return pass()
    const why = "Whoever copies this key can trade your balance away from wherever they are."
    const without = purposes.filter(({ ipAllowlistPossible }) => !ipAllowlistPossible)
    if (without.length === 0) return fail({ subject: "ipAllowlist", why, fix: limitAddresses })
    const says = `${purposeNames(without)} cannot work with an IP list, so this stays as long as the key may trade.`
    return fail({ subject: "ipAllowlist", severity: "medium", why: `${why} ${says}`, fix: null })
  },
  examples: [
    {
      says: "A bot's key that works from one server only.",
      key: { granted: ["modify-trades"], ipAllowlist: ["2001:db8::7"] },
      expect: "pass",
    },
    { says: "A bot's key without an IP list.", key: { granted: ["modify-trades"] }, expect: "fail" },
    {
      says: "A key that can trade, used by a tool that cannot work with an IP list.",
      key: { granted: ["modify-trades"] },
      purposes: ["koinly"],
      expect: "fail",
    },
    { says: "A key that can only query.", key: { granted: ["query-funds"] }, expect: "not-applicable" },
  ],
})
