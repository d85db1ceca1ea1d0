/** Fixes that tick or untick a box. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { GROUPS, permissionById } from "@/lib/catalog/permissions"
import type { KeyFacts } from "../facts"
import { boxName, boxNames } from "../wording"
import { CREATE_STEP, type Fix, KEY_PAGE_STEP, lister, onKeyScreen, type Progress } from "./fix"

const SWITCH: ReadonlySet<PermissionId> = new Set<PermissionId>(["create-ws-token"])

/** The step at the box itself, with its place on the screen as far as that is certain. */
function boxStep(id: PermissionId, tick: boolean): string {
  const { label, group, labelCertain, labelNote } = permissionById(id)
  if (SWITCH.has(id)) return `Switch “${label}” ${tick ? "on" : "off"}.`
  const verb = tick ? "tick" : "untick"
  const place = GROUPS.find((row) => row.id === group)
  if (labelCertain && place?.labelCertain) return `Under “${place.label}”, ${verb} “${label}”.`
  return `Look for “${label}” and ${verb} it.${labelNote ? ` ${labelNote}` : ""}`
}

function listed(id: PermissionId, facts: KeyFacts, wanted: "granted" | "denied"): Progress {
  const state = facts.permissions[id]
  if (state === "unknown") return { state: "unknown" }
  if (state !== wanted) return { state: "open" }
  const verb = wanted === "granted" ? "now lists" : "no longer lists"
  return { state: "done", saw: `${lister(facts)} ${verb} ${boxName(id)}` }
}

export function untick(permission: PermissionId): Fix {
  return {
    id: `untick:${permission}`,
    kind: "untick",
    permission,
    unticks: permission,
    position: PERMISSION_IDS.indexOf(permission),
    title: `Untick ${boxName(permission)}`,
    steps: onKeyScreen(boxStep(permission, false)),
    proof: `${boxName(permission)} is no longer in Kraken's list.`,
    progress: (facts) => listed(permission, facts, "denied"),
  }
}

export function tick(permission: PermissionId): Fix {
  return {
    id: `tick:${permission}`,
    kind: "tick",
    permission,
    position: PERMISSION_IDS.indexOf(permission),
    title: `Tick ${boxName(permission)}`,
    steps: onKeyScreen(boxStep(permission, true)),
    proof: `${boxName(permission)} is in Kraken's list.`,
    progress: (facts) => listed(permission, facts, "granted"),
  }
}

/**
 * For a box that is needed, but not beside what else the key may do. It is done once the box, or everything in `apartFrom`, has left
 * this key.
 */
export function moveOut(permission: PermissionId, apartFrom: readonly PermissionId[] = []): Fix {
  const name = boxName(permission)
  return {
    id: `split:${permission}`,
    kind: "untick",
    permission,
    position: PERMISSION_IDS.indexOf(permission),
    title: `Move ${name} to a key of its own`,
    steps: [
      KEY_PAGE_STEP,
      `${CREATE_STEP}. Give the new key ${name} and what has to go with it, nothing else, and set its IP address restriction.`,
      `Use the new key wherever ${name} is needed.`,
      ...onKeyScreen(boxStep(permission, false)).slice(1),
    ],
    proof: `${name} is no longer in Kraken's list for this key.`,
    progress: (facts) => {
      const moved = listed(permission, facts, "denied")
      if (moved.state !== "open" || apartFrom.length === 0) return moved
      const states = apartFrom.map((id) => facts.permissions[id])
      if (states.includes("unknown")) return { state: "unknown" }
      if (states.includes("granted")) return { state: "open" }
      return { state: "done", saw: `${lister(facts)} no longer lists ${boxNames(apartFrom)} in the same key` }
    },
  }
}
