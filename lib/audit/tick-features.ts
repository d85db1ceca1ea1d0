/** Optional features of a purpose as switches: what takes the same boxes is one switch. */
import { callInWords } from "@/lib/catalog/call-words"
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { Purpose } from "@/lib/catalog/purpose"
import { type LeastSet, leastSet } from "./least-set"
import type { Feature } from "./tick-sheet-schema"
import { boxNames, listOf } from "./wording"

type Switch = Omit<Feature, "on"> & {
  /** Boxes that the feature takes whatever its calls would do with. */
  readonly boxes: readonly PermissionId[]
}

export interface Features {
  readonly switches: readonly Switch[]
  /** Calls that a person may leave unused, but which take no box beyond the others. */
  readonly freeCalls: readonly string[]
}

/** Which calls and boxes are wanted beyond what the purpose cannot do without. */
interface Wanted {
  readonly calls: readonly string[]
  readonly boxes: readonly PermissionId[]
}
const NOTHING: Wanted = { calls: [], boxes: [] }

/** The least set with what is wanted; throws where the catalogue names a call that it does not have, which a test rules out. */
export function leastSetWith(purpose: Purpose, { calls, boxes }: Wanted = NOTHING): LeastSet {
  const documented = [...new Set([...purpose.documented, ...boxes])]
  const found = leastSet([{ ...purpose, documented }], { chosenCalls: calls })
  if (!found.ok) throw new Error(`the least set of ${purpose.id} cannot be worked out`)
  return found.value
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function group<Item>(items: readonly Item[], nameOf: (item: Item) => string): ReadonlyMap<string, Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) groups.set(nameOf(item), [...(groups.get(nameOf(item)) ?? []), item])
  return groups
}

/** Features that the calls tell, by the boxes that each call would add. */
function ofCalls(calls: readonly { call: string; adds: PermissionId[] }[]): Switch[] {
  return [...group(calls, ({ adds }) => adds.join("+"))].map(([id, members]) => {
    const words = [...new Set(members.map(({ call }) => callInWords(call)))]
    const adds = members[0]?.adds ?? []
    return { id, title: upperFirst(listOf(words)), note: null, adds, calls: members.map(({ call }) => call), boxes: [] }
  })
}

/** Features of which only the boxes are told, by the reason that is given for them. */
function ofBoxes({ optional }: Purpose, base: ReadonlySet<PermissionId>): Switch[] {
  const open = optional.filter(({ permission }) => !base.has(permission))
  return [...group(open, ({ reason }) => reason)].map(([reason, members]) => {
    const adds = members.map(({ permission }) => permission)
    // One box names its switch best; of several the reason says more than a list.
    const words =
      adds.length === 1 ? { title: boxNames(adds), note: reason } : { title: reason.replace(/\.$/, ""), note: null }
    return { id: adds.join("+"), ...words, adds, calls: [], boxes: adds }
  })
}

/** In the order in which the purpose names them, what its calls tell first. */
export function featuresOf(purpose: Purpose): Features {
  const base = new Set(leastSetWith(purpose).permissions)
  const optional = purpose.calls.filter(({ when }) => when === "optional")
  const calls = optional.map(({ call }) => ({
    call,
    adds: leastSetWith(purpose, { calls: [call], boxes: [] }).permissions.filter((id) => !base.has(id)),
  }))
  const told = ofBoxes(purpose, base)
  const called = ofCalls(calls.filter(({ adds }) => adds.length > 0)).map((feature) => {
    const same = told.find(({ id }) => id === feature.id)
    return same ? { ...feature, note: same.note, boxes: same.boxes } : feature
  })
  return {
    switches: [...called, ...told.filter(({ id }) => !called.some((feature) => feature.id === id))],
    freeCalls: calls.filter(({ adds }) => adds.length === 0).map(({ call }) => call),
  }
}

/** The least set with the chosen switches on; ids that are none of them change nothing. */
export function leastSetWithFeatures(purpose: Purpose, { switches }: Features, chosen: ReadonlySet<string>): LeastSet {
  const on = switches.filter(({ id }) => chosen.has(id))
  return leastSetWith(purpose, {
    calls: on.flatMap(({ calls }) => calls),
    boxes: on.flatMap((feature) => feature.boxes),
  })
}
