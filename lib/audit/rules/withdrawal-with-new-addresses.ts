import type { PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, failForEach, notApplicable } from "../define-rule"
import { untick } from "../fixes/boxes"
import { boxName } from "../wording"

const ADDRESS_BOXES = ["add-withdraw-address", "update-withdraw-address"] as const satisfies PermissionId[]

const WHY = {
  "add-withdraw-address":
    "A thief could save an address of their own, which counts as verified at once and without an e-mail to you, and then send everything there.",
  "update-withdraw-address":
    "A thief could probably change a saved address without an e-mail to you, and then send everything there. Kraken does not say how far this goes.",
} as const

/** Saved addresses are the last fence around Withdraw; a key that may change them has none. */
export const withdrawalWithNewAddresses = defineRule({
  id: "withdrawal-with-new-addresses",
  concerns: "safety",
  severity: "critical",
  title: {
    pass: "Can withdraw only to addresses saved by someone else",
    fail: "Can withdraw and change the addresses",
  },
  rationale:
    "A key that can withdraw reaches saved addresses. If it may also save new ones, it reaches any address at all.",
  source: permissionById("add-withdraw-address").source,
  requires: ["permission:withdraw-funds", "permission:add-withdraw-address", "permission:update-withdraw-address"],
  check({ permission }) {
    if (permission["withdraw-funds"] === "denied") return notApplicable("the key cannot withdraw")
    const held = ADDRESS_BOXES.filter((id) => permission[id] === "granted")
    return failForEach(
      held.map((id) => ({
        subject: id,
        title: `Can withdraw, and holds ${boxName(id)}`,
        why: WHY[id],
        fix: untick(id),
      })),
    )
  },
  examples: [
    { says: "A key that can withdraw to saved addresses.", key: { granted: ["withdraw-funds"] }, expect: "pass" },
    {
      says: "A key that can withdraw and save new addresses.",
      key: { granted: ["withdraw-funds", "add-withdraw-address"] },
      expect: "fail",
    },
    {
      says: "A key that can save new addresses, but not withdraw.",
      key: { granted: ["add-withdraw-address"] },
      expect: "not-applicable",
    },
    {
      says: "A key that can withdraw, of which nobody said whether it may save addresses.",
      key: { granted: ["withdraw-funds"], unknown: ["add-withdraw-address"] },
      expect: "unknown",
    },
  ],
})
