import { restrictionById } from "@/lib/catalog/key-screen"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { narrowAddresses } from "../fixes/limits"
import { wideEntries } from "../ip-reach"
import { countOf, printable } from "../wording"

/** A block wider than what one customer gets lets strangers of the same provider in. */
export const wideIpBlock = defineRule({
  id: "wide-ip-block",
  concerns: "safety",
  severity: "low",
  title: { pass: "Lists only single addresses and small blocks", fail: "Lists a wide block of addresses" },
  rationale: "Thieves rent servers at the same providers. A block that covers a provider's whole network lets them in.",
  source: restrictionById("ipAllowlist").source,
  requires: ["reach", "ipAllowlist"],
  check({ reach, ipAllowlist }) {
    if (reach === "anywhere") return notApplicable("the key works from anywhere")
    const wide = wideEntries(ipAllowlist)
    const [first] = wide
    if (first === undefined) return pass()
    const more = wide.length === 1 ? "" : ` and ${countOf(wide.length - 1, "other block", "other blocks")}`
    return fail({
      subject: "ipAllowlist",
      why: `${printable(first, 60)}${more} holds more addresses than one customer usually gets, so strangers may share it.`,
      fix: narrowAddresses,
    })
  },
  examples: [
    { says: "A list of two single addresses.", key: { ipAllowlist: ["203.0.113.7", "2001:db8::7"] }, expect: "pass" },
    { says: "A list with a provider's whole network.", key: { ipAllowlist: ["198.18.0.0/15"] }, expect: "fail" },
    { says: "A key without an IP list.", key: {}, expect: "not-applicable" },
    { says: "A list with an entry that cannot be read.", key: { ipAllowlist: ["my office"] }, expect: "unknown" },
  ],
})
