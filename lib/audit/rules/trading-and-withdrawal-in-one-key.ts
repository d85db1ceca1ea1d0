import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { moveOut } from "../fixes/boxes"

/** A bot's key lies on a server day and night; the power to send funds away should not lie beside it. */
export const tradingAndWithdrawalInOneKey = defineRule({
  id: "trading-and-withdrawal-in-one-key",
  concerns: "safety",
  severity: "high",
  title: { pass: "Trading and withdrawing are apart", fail: "Can trade and withdraw with one key" },
  rationale:
    "Two keys limit a loss: the one that trades cannot send funds away, and the one that withdraws is rarely used.",
  source: permissionById("withdraw-funds").source,
  requires: ["permission:modify-trades", "permission:withdraw-funds"],
  check({ permission }) {
    const trades = permission["modify-trades"] === "granted"
    const withdraws = permission["withdraw-funds"] === "granted"
    if (!trades && !withdraws) return notApplicable("the key can neither trade nor withdraw")
    if (!trades || !withdraws) return pass()
    return fail({
      subject: "withdraw-funds",
      why: "One copy of this key is enough to turn your coins into others and send them away. Two keys would each do half.",
      fix: moveOut("withdraw-funds", ["modify-trades"]),
    })
  },
  examples: [
    { says: "A bot's key that cannot withdraw.", key: { granted: ["modify-trades"] }, expect: "pass" },
    { says: "A key that does both.", key: { granted: ["modify-trades", "withdraw-funds"] }, expect: "fail" },
    { says: "A key that can only query.", key: { granted: ["query-funds"] }, expect: "not-applicable" },
  ],
})
