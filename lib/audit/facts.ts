import * as z from "zod/mini"
import { nonceScaleSchema } from "@/lib/catalog/nonce-scales"
import { permissionIdSchema } from "@/lib/catalog/permission-ids"

/** Granted and denied come only from what Kraken (or the person) said; everything else is unknown. */
export const permissionStateSchema = z.enum(["granted", "denied", "unknown"])
export type PermissionState = z.infer<typeof permissionStateSchema>

const fact = <Value extends z.ZodMiniType>(value: Value) =>
  z.discriminatedUnion("state", [
    z.strictObject({ state: z.literal("known"), value }),
    z.strictObject({ state: z.literal("unknown"), reason: z.string() }),
  ])
export type Fact<Value> = { state: "known"; value: Value } | { state: "unknown"; reason: string }

/** Moments are ISO 8601 in UTC; null inside a known fact means "not set". */
const moment = z.nullable(z.string())

/** Everything that one reading taught about a key. No balance, no account number, no full key. */
export const keyFactsSchema = z.strictObject({
  source: z.enum(["kraken", "told", "answer"]),
  readAt: z.string(),
  last4: z.string(),
  name: fact(z.string()),
  /** One entry for each of the 13 permissions. */
  permissions: z.record(permissionIdSchema, permissionStateSchema),
  /** Words in Kraken's list that the catalogue does not know; dangerous until classified. */
  unknownPermissions: z.array(z.string()),
  ipAllowlist: fact(z.array(z.string())),
  validUntil: fact(moment),
  queryFrom: fact(moment),
  queryTo: fact(moment),
  nonceWindow: fact(z.number()),
  createdAt: fact(moment),
  modifiedAt: fact(moment),
  /** The scale that this reading used, or null where nothing was signed. */
  nonceScale: z.nullable(nonceScaleSchema),
  /** Which answer said what: `about` is a field name above or a permission. */
  evidence: z.array(z.strictObject({ about: z.string(), says: z.string(), probe: z.string(), at: z.string() })),
})
export type KeyFacts = z.infer<typeof keyFactsSchema>
