/** The worst that a key can do, as far as its reading says. */
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { harmOrder, permissionById } from "@/lib/catalog/permissions"
import { POWERS, type Power } from "@/lib/catalog/powers"
import type { Fact, KeyFacts, PermissionState } from "./facts"

/** Powers that change something of value in the account. Reading, exporting, depositing and listening do not. */
const ACTING: ReadonlySet<Power> = new Set<Power>([
  "moves-funds-out",
  "changes-addresses",
  "trades",
  "cancels",
  "locks-funds",
])

export function canAct(power: Power | null): boolean {
  return power !== null && ACTING.has(power)
}

/** Powers by which funds can be lost for good. */
export function canLoseFunds(power: Power | null): boolean {
  return power === "moves-funds-out" || power === "changes-addresses" || power === "trades"
}

/** Boxes in one state, the most harmful first. */
export function boxesIn(state: PermissionState, { permissions }: Pick<KeyFacts, "permissions">): PermissionId[] {
  return harmOrder.filter((id) => permissions[id] === state)
}

/**
 * The worst power that is granted, or null for a key without any. Unknown while a box that is not known, or a permission that
 * nobody has classified, could be worse than what is known.
 */
export function worstPower(facts: Pick<KeyFacts, "permissions" | "unknownPermissions">): Fact<Power | null> {
  const worst = boxesIn("granted", facts)[0]
  const rank = worst === undefined ? POWERS.length : POWERS.indexOf(permissionById(worst).power)
  const hidden = PERMISSION_IDS.some(
    (id) => facts.permissions[id] === "unknown" && POWERS.indexOf(permissionById(id).power) < rank,
  )
  if (hidden) return { state: "unknown", reason: "It is not known how much this key may do." }
  if (facts.unknownPermissions.length > 0 && rank > 0) {
    return { state: "unknown", reason: "The key has a permission that Keytrim does not know." }
  }
  return { state: "known", value: worst === undefined ? null : permissionById(worst).power }
}
