/** Facts of made-up keys: for the examples of the rules, which are their tests and the reference's text. */
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import type { Fact, KeyFacts, PermissionState } from "./facts"

/** The moment at which all examples are judged. */
export const EXAMPLE_NOW_MS = Date.UTC(2026, 10, 1, 12)

/** What an example says of its key; the rest is a key that may do nothing, from anywhere, for ever. */
export interface ExampleKey {
  readonly granted?: readonly PermissionId[]
  readonly unknown?: readonly PermissionId[]
  readonly unknownPermissions?: readonly string[]
  /** Names of restrictions about which the reading said nothing. */
  readonly unknownFields?: readonly (
    | "ipAllowlist"
    | "validUntil"
    | "queryFrom"
    | "queryTo"
    | "nonceWindow"
    | "createdAt"
  )[]
  readonly source?: KeyFacts["source"]
  readonly name?: string
  readonly ipAllowlist?: readonly string[]
  readonly validUntil?: string
  readonly queryFrom?: string
  readonly queryTo?: string
  readonly nonceWindow?: number
  readonly nonceScale?: KeyFacts["nonceScale"]
  readonly createdAt?: string
}

export function exampleKey(key: ExampleKey = {}): KeyFacts {
  const fact = <Value>(field: string, value: Value): Fact<Value> =>
    key.unknownFields?.some((unknown) => unknown === field)
      ? { state: "unknown", reason: "Kraken's answer did not say this." }
      : { state: "known", value }
  const stateOf = (id: PermissionId): PermissionState => {
    if (key.unknown?.includes(id)) return "unknown"
    return key.granted?.includes(id) ? "granted" : "denied"
  }
  return {
    source: key.source ?? "kraken",
    readAt: new Date(EXAMPLE_NOW_MS).toISOString(),
    last4: "dyZb",
    name: fact("name", key.name ?? "example"),
    permissions: Object.fromEntries(PERMISSION_IDS.map((id) => [id, stateOf(id)])) as KeyFacts["permissions"],
    unknownPermissions: [...(key.unknownPermissions ?? [])],
    ipAllowlist: fact("ipAllowlist", [...(key.ipAllowlist ?? [])]),
    validUntil: fact("validUntil", key.validUntil ?? null),
    queryFrom: fact("queryFrom", key.queryFrom ?? null),
    queryTo: fact("queryTo", key.queryTo ?? null),
    nonceWindow: fact("nonceWindow", key.nonceWindow ?? 0),
    createdAt: fact("createdAt", key.createdAt ?? "2026-09-01T09:00:00.000Z"),
    modifiedAt: fact("modifiedAt", null),
    nonceScale: key.nonceScale ?? "ms",
    evidence: [],
  }
}
