/** Everything that a rule may look at, by name; each is known, unknown with its reason, or absent because there is nothing to look at. */
import { isPermissionId, type PermissionId } from "@/lib/catalog/permission-ids"
import type { Power } from "@/lib/catalog/powers"
import type { Purpose } from "@/lib/catalog/purpose"
import type { Fact, KeyFacts } from "./facts"
import { type Reach, reachOf } from "./ip-reach"
import { worstPower } from "./power"

/** A key to be judged: what is known of it, what it is for, and when. */
export interface Subject {
  readonly facts: KeyFacts
  readonly purposes: readonly Purpose[]
  /** The least set for the purposes; null without a purpose. */
  readonly needed: ReadonlySet<PermissionId> | null
  readonly nowMs: number
}

export interface UnknownLimit {
  readonly id: "ipAllowlist" | "validUntil" | "nonceWindow"
  readonly reason: string
}

export interface RuleInputs {
  /** Every box with its state, unknown ones too: for rules that judge each box for itself. */
  readonly boxes: KeyFacts["permissions"]
  /** Words in Kraken's list that the catalogue does not know. */
  readonly unlistedWords: readonly string[]
  /** Boxes that the purposes need; absent without a purpose. */
  readonly needed: ReadonlySet<PermissionId>
  /** Empty while no purpose was chosen. */
  readonly purposes: readonly Purpose[]
  /** The worst that is granted; null for a key without any permission. Unknown while something unknown could be worse. */
  readonly power: Power | null
  readonly reach: Reach
  readonly ipAllowlist: readonly string[]
  /** Restrictions about which the reading said nothing that can be used. */
  readonly unknownLimits: readonly UnknownLimit[]
  /** Moments are ms since 1970; null where Kraken has none set. */
  readonly validUntilMs: number | null
  readonly queryFromMs: number | null
  readonly queryToMs: number | null
  readonly createdAtMs: number | null
  readonly nonceWindow: number
  /** How the program on the key counts, as far as a person said; null where nothing was signed. */
  readonly nonceScale: KeyFacts["nonceScale"]
  readonly nowMs: number
}

export type PermissionInput = `permission:${PermissionId}`
export type InputName = keyof RuleInputs | PermissionInput
type PermissionsIn<Name> = Name extends `permission:${infer Id extends PermissionId}` ? Id : never

/** What a rule that requires `Name` is given, and nothing else. */
export type Given<Name extends InputName> = Readonly<Pick<RuleInputs, Extract<Name, keyof RuleInputs>>> & {
  readonly permission: Readonly<Record<PermissionsIn<Name>, "granted" | "denied">>
}

export type Resolved<Value> = Fact<Value> | { readonly state: "absent"; readonly reason: string }

const known = <Value>(value: Value): Fact<Value> => ({ state: "known", value })

function moment(fact: Fact<string | null>): Fact<number | null> {
  if (fact.state === "unknown" || fact.value === null) return fact as Fact<null>
  const atMs = Date.parse(fact.value)
  return Number.isNaN(atMs) ? { state: "unknown", reason: "The date cannot be read." } : known(atMs)
}

/** Where a key works from, told by its IP list. */
export function reach({ ipAllowlist }: Pick<KeyFacts, "ipAllowlist">): Fact<Reach> {
  if (ipAllowlist.state === "unknown") return ipAllowlist
  const found = reachOf(ipAllowlist.value)
  return found === null ? { state: "unknown", reason: "An entry of the IP list cannot be read." } : known(found)
}

/** The restrictions that decide how dangerous a key is, as far as they are not known. */
export function unknownLimits(facts: KeyFacts): UnknownLimit[] {
  const limits = [
    ["ipAllowlist", reach(facts)],
    ["validUntil", moment(facts.validUntil)],
    ["nonceWindow", facts.nonceWindow],
  ] as const
  return limits.flatMap(([id, fact]) => (fact.state === "unknown" ? [{ id, reason: fact.reason }] : []))
}

const RESOLVE: { readonly [Name in keyof RuleInputs]: (subject: Subject) => Resolved<RuleInputs[Name]> } = {
  boxes: ({ facts }) => known(facts.permissions),
  unlistedWords: ({ facts }) => known(facts.unknownPermissions),
  needed: ({ needed }) => (needed ? known(needed) : { state: "absent", reason: "no purpose was chosen" }),
  purposes: ({ purposes }) => known(purposes),
  power: ({ facts }) => worstPower(facts),
  reach: ({ facts }) => reach(facts),
  ipAllowlist: ({ facts }) => facts.ipAllowlist,
  unknownLimits: ({ facts }) => known(unknownLimits(facts)),
  validUntilMs: ({ facts }) => moment(facts.validUntil),
  queryFromMs: ({ facts }) => moment(facts.queryFrom),
  queryToMs: ({ facts }) => moment(facts.queryTo),
  createdAtMs: ({ facts }) => moment(facts.createdAt),
  nonceWindow: ({ facts }) => facts.nonceWindow,
  nonceScale: ({ facts }) => known(facts.nonceScale),
  nowMs: ({ nowMs }) => known(nowMs),
}

/** The permission that an input names, or null where it names something else. */
export function permissionOf(name: InputName): PermissionId | null {
  const word = name.startsWith("permission:") ? name.slice("permission:".length) : ""
  return isPermissionId(word) ? word : null
}

function isField(name: InputName): name is keyof RuleInputs {
  return name in RESOLVE
}

export function resolveInput(name: InputName, subject: Subject): Resolved<unknown> {
  if (isField(name)) return RESOLVE[name](subject)
  const permission = permissionOf(name)
  const state = permission && subject.facts.permissions[permission]
  if (state === "granted" || state === "denied") return known(state)
  return { state: "unknown", reason: "It is not known whether this box is ticked." }
}
