/** The exact least set of permissions for what a key is for: every one of the 2^13 sets is looked at, none is guessed. */
import type { Endpoint } from "@/lib/catalog/endpoint-schema"
import { endpointByPath } from "@/lib/catalog/endpoints"
import type { Need } from "@/lib/catalog/need"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { harmRank } from "@/lib/catalog/permissions"
import { POWERS } from "@/lib/catalog/powers"
import type { Purpose } from "@/lib/catalog/purpose"
import { err, ok, type Result } from "@/lib/core/result"
import type { Report } from "./report-schema"

/** One thing that a purpose asks of a key, and where that is known from. */
export interface Demand {
  readonly purpose: Purpose
  readonly need: Need
  readonly origin:
    | { readonly kind: "call"; readonly call: string; readonly endpoint: Endpoint }
    | { readonly kind: "documented" }
    | { readonly kind: "kept"; readonly reason: string }
}

export interface LeastSet {
  /** In the order of Kraken's screen. */
  readonly permissions: readonly PermissionId[]
  /** Every other minimal set: one that no longer suffices when any permission is taken away. The least harmful first. */
  readonly alternatives: readonly (readonly PermissionId[])[]
  /** For each permission, the demands that fail without it. */
  readonly demands: ReadonlyMap<PermissionId, readonly Demand[]>
}

export type LeastSetProblem =
  | { readonly kind: "unknown-call"; readonly purpose: string; readonly call: string }
  | { readonly kind: "impossible"; readonly purpose: string }

export interface LeastSetOptions {
  /** Optional calls that the person wants too. */
  readonly chosenCalls?: readonly string[]
  /** What the key has now: among equally harmless sets the one with the fewest changes is taken. */
  readonly held?: ReadonlySet<PermissionId>
  readonly findEndpoint?: (call: string) => Endpoint | undefined
}

/** A set of permissions as a number, one bit for each, the first of Kraken's screen lowest. */
type Mask = number
const BITS: ReadonlyMap<PermissionId, Mask> = new Map(PERMISSION_IDS.map((id, at) => [id, 1 << at]))
const bitOf = (id: PermissionId): Mask => BITS.get(id) ?? 0
const maskOf = (ids: Iterable<PermissionId>): Mask => [...ids].reduce((mask, id) => mask | bitOf(id), 0)
const idsOf = (mask: Mask): PermissionId[] => PERMISSION_IDS.filter((id) => mask & bitOf(id))
const ALL = maskOf(PERMISSION_IDS)
const EACH_BIT: readonly Mask[] = [...BITS.values()]

/**
 * Harm of a set as one number that sorts like "count the permissions of the worst power, then of the next, …". No power has more
 * permissions than there are, so a digit of this base never overflows into the next.
 */
const HARM_BASE = PERMISSION_IDS.length + 1
const HARM_OF: ReadonlyMap<PermissionId, number> = new Map(
  PERMISSION_IDS.map((id) => [id, HARM_BASE ** (POWERS.length - 1 - harmRank(id))]),
)
const harmOf = (mask: Mask): number => idsOf(mask).reduce((sum, id) => sum + (HARM_OF.get(id) ?? 0), 0)

function countBits(mask: Mask): number {
  return mask === 0 ? 0 : (mask & 1) + countBits(mask >> 1)
}

/** `satisfies` of the catalogue, made once for each need so that thousands of sets can be tried. */
function tester(need: Need): (mask: Mask) => boolean {
  if (typeof need === "string") {
    const bit = bitOf(need)
    return (mask) => (mask & bit) !== 0
  }
  if ("allOf" in need) {
    const parts = need.allOf.map(tester)
    return (mask) => parts.every((part) => part(mask))
  }
  const parts = need.anyOf.map(tester)
  return (mask) => parts.some((part) => part(mask))
}

function demandsOf(purpose: Purpose, options: LeastSetOptions): Result<Demand[], LeastSetProblem> {
  const { chosenCalls = [], findEndpoint = endpointByPath } = options
  const demands: Demand[] = []
  for (const { call, when } of purpose.calls) {
    if (when === "optional" && !chosenCalls.includes(call)) continue
    const endpoint = findEndpoint(call)
    if (!endpoint) return err({ kind: "unknown-call", purpose: purpose.id, call })
    demands.push({ purpose, need: endpoint.requires, origin: { kind: "call", call, endpoint } })
  }
  for (const need of purpose.documented) demands.push({ purpose, need, origin: { kind: "documented" } })
  for (const { permission, reason } of purpose.keeps) {
    demands.push({ purpose, need: permission, origin: { kind: "kept", reason } })
  }
  const possible = demands.every(({ need }) => tester(need)(ALL))
  return possible ? ok(demands) : err({ kind: "impossible", purpose: purpose.id })
}

/** Every set that is enough and of which no part is: needs have no "not", so it suffices to take single permissions away. */
function minimalSets(needs: readonly Need[]): Mask[] {
  const must = maskOf(needs.filter((need) => typeof need === "string"))
  const tests = needs.filter((need) => typeof need !== "string").map(tester)
  const isEnough = (mask: Mask): boolean => (mask & must) === must && tests.every((test) => test(mask))
  const found: Mask[] = []
  for (let mask = 0; mask <= ALL; mask++) {
    if (isEnough(mask) && !EACH_BIT.some((bit) => mask & bit && isEnough(mask & ~bit))) found.push(mask)
  }
  return found
}

/**
 * The least harmful set that meets everything the purposes always need: as few as possible of the most harmful power, then of the
 * next, and so on down the catalogue's order of harm. Among equals the fewest changes, then the order of Kraken's screen.
 */
export function leastSet(
  purposes: readonly Purpose[],
  options: LeastSetOptions = {},
): Result<LeastSet, LeastSetProblem> {
  const demands: Demand[] = []
  for (const purpose of purposes) {
    const found = demandsOf(purpose, options)
    if (!found.ok) return found
    demands.push(...found.value)
  }
  const held = maskOf(options.held ?? [])
  const changes = (mask: Mask): number => (options.held ? countBits(mask ^ held) : 0)
  const sets = minimalSets(demands.map(({ need }) => need)).sort(
    (left, right) => harmOf(left) - harmOf(right) || changes(left) - changes(right) || left - right,
  )
  const [best = 0, ...others] = sets
  const failingWithout = (id: PermissionId): Demand[] => demands.filter(({ need }) => !tester(need)(best & ~bitOf(id)))
  return ok({
    permissions: idsOf(best),
    alternatives: others.map(idsOf),
    demands: new Map(idsOf(best).map((id) => [id, failingWithout(id)])),
  })
}

type Certificate = NonNullable<Report["leastPrivilege"]>["certificate"]

/** "Why each box": for each permission of a least set the calls that fail without it, or the text that names it. */
export function certificateOf({ permissions, demands }: LeastSet): Certificate {
  return permissions.map((permission) => {
    const failing = demands.get(permission) ?? []
    const calls = failing.flatMap(({ origin }) => (origin.kind === "call" ? [origin] : []))
    const source = calls[0]?.endpoint.sources[0] ?? failing[0]?.purpose.source
    if (!source) throw new Error(`nothing asks for ${permission}, so it cannot be in a least set`)
    return {
      permission,
      because: {
        kind: calls.length > 0 ? "calls" : "documented",
        calls: [...new Set(calls.map(({ call }) => call))],
        source: source.url,
        seen: source.seen,
      },
    }
  })
}
