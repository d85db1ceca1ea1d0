/** Keys of every kind, for property tests. */
import fc from "fast-check"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { PURPOSES } from "@/lib/catalog/purposes"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import type { KeyFacts, PermissionState } from "./facts"

const YEAR_MS = 365 * 24 * 60 * 60_000

const moment = fc
  .integer({ min: EXAMPLE_NOW_MS - 4 * YEAR_MS, max: EXAMPLE_NOW_MS + 2 * YEAR_MS })
  .map((atMs) => new Date(atMs).toISOString())

const entry = fc.constantFrom(
  "203.0.113.7",
  "2001:db8::7",
  "198.51.100.0/24",
  "198.18.0.0/15",
  "0.0.0.0/0",
  "::/0",
  "not an address",
)

const fields: fc.Arbitrary<ExampleKey> = fc.record(
  {
    unknownPermissions: fc.array(fc.constantFrom("lend-everything", "\u001b[31mred", "a b"), { maxLength: 2 }),
    unknownFields: fc.subarray([
      "ipAllowlist",
      "validUntil",
      "queryFrom",
      "queryTo",
      "nonceWindow",
      "createdAt",
    ] as const),
    source: fc.constantFrom("kraken", "told", "answer"),
    name: fc.string({ unit: "binary", maxLength: 32 }),
    ipAllowlist: fc.array(entry, { maxLength: 3 }),
    validUntil: moment,
    queryFrom: moment,
    nonceWindow: fc.constantFrom(0, 10, 5_000, 600_000, 10_000_000_000),
    nonceScale: fc.constantFrom("unused", "s", "ms", "ns", "unknown", null),
    createdAt: moment,
  },
  { requiredKeys: [] },
)

const states = fc.tuple(
  ...PERMISSION_IDS.map(() => fc.constantFrom<PermissionState>("granted", "granted", "denied", "denied", "unknown")),
)

/** Facts with any mixture of states, restrictions and gaps. */
export const arbitraryKey: fc.Arbitrary<KeyFacts> = fc
  .tuple(states, fc.boolean(), fields)
  .map(([drawn, settled, key]) => {
    const inState = (state: PermissionState): PermissionId[] => PERMISSION_IDS.filter((_, at) => drawn[at] === state)
    return exampleKey({ ...key, granted: inState("granted"), unknown: settled ? [] : inState("unknown") })
  })

export const arbitraryPurposes = fc.subarray([...PURPOSES], { maxLength: 3 })
