import type { PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { defineRule, failForEach, notApplicable } from "../define-rule"
import { untick } from "../fixes/boxes"
import { boxName } from "../wording"

const ADDRESS_BOXES = ["add-withdraw-address", "update-withdraw-address"] as const satisfies PermissionId[]

/** An address saved by a thief waits: the next key that can withdraw, stolen or not, may send funds there. */
export const newAddressesWithoutWithdrawal = defineRule({
  id: "new-addresses-without-withdrawal",
  concerns: "safety",
  severity: "medium",
  title: { pass: "Leaves the withdrawal addresses alone", fail: "Can change the withdrawal addresses" },
  rationale:
    "Addresses saved through a key count as verified without an e-mail, for every other key of the account too.",
  source: permissionById("add-withdraw-address").source,
  requires: ["permission:withdraw-funds", "permission:add-withdraw-address", "permission:update-withdraw-address"],
  check({ permission }) {
    if (permission["withdraw-funds"] === "granted")
      return notApplicable("the key can withdraw, which is judged as a whole")
    const held = ADDRESS_BOXES.filter((id) => permission[id] === "granted")
    return failForEach(
      held.map((id) => ({
        subject: id,
        title: `Holds ${boxName(id)}`,
        why: "A thief could prepare a theft with it: another key that can withdraw would then reach their address.",
        fix: untick(id),
      })),
    )
  },
  examples: [
    { says: "A key that can only query.", key: { granted: ["query-funds"] }, expect: "pass" },
    { says: "A key that can save new addresses.", key: { granted: ["add-withdraw-address"] }, expect: "fail" },
    {
      says: "A key that can withdraw and save new addresses.",
      key: { granted: ["withdraw-funds", "add-withdraw-address"] },
      expect: "not-applicable",
    },
  ],
})
