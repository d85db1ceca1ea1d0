/** The least set found by trying every set: slow, short, and written apart from the search that the product uses. */
import { endpointByPath } from "../endpoints"
import { type Need, satisfies } from "../need"
import { PERMISSION_IDS, type PermissionId } from "../permission-ids"
import { PERMISSIONS } from "../permissions"
import { POWERS } from "../powers"
import type { Purpose } from "../purpose"

/** Sorts by how many permissions of each power a set holds, the most harmful power first. */
const harm = (ids: readonly PermissionId[]): string =>
  POWERS.map((power) => PERMISSIONS.filter((row) => row.power === power && ids.includes(row.id)).length).join()

const bySmallestHarm = Array.from({ length: 2 ** PERMISSION_IDS.length }, (_, bits) => {
  const ids = PERMISSION_IDS.filter((_id, at) => bits & (1 << at))
  return { ids, granted: new Set(ids), harm: harm(ids) }
}).sort((one, other) => (one.harm < other.harm ? -1 : Number(one.harm > other.harm)))

/** With every optional call switched on where `withOptional` says so. */
export function leastSet(purpose: Purpose, withOptional = false): PermissionId[] {
  const calls = purpose.calls.filter(({ when }) => withOptional || when === "always")
  const needs: Need[] = [
    ...calls.map(({ call }) => endpointByPath(call)?.requires ?? { anyOf: [] }),
    ...purpose.documented,
    ...purpose.keeps.map(({ permission }) => permission),
  ]
  return bySmallestHarm.find(({ granted }) => satisfies({ allOf: needs }, granted))?.ids ?? []
}
