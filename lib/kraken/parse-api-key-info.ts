import * as z from "zod"
import type { Fact, KeyFacts, PermissionState } from "@/lib/audit/facts"
import { isPermissionId, PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { err, ok, type Result } from "@/lib/core/result"
import type { Asking } from "./define-probe"
import { plainText } from "./plain-text"

const YEAR_9999_S = 253_402_300_799

/** Unix seconds as text or number; "0", "", 0 and null mean "not set". Wire quirks 1 and 2. */
const momentSchema = z
  .union([z.string().regex(/^(\d{1,12}(\.\d{1,9})?)?$/), z.number().nonnegative(), z.null()])
  .transform((value) => Number(value ?? 0))
  .refine((seconds) => seconds <= YEAR_9999_S)
  .transform((seconds) => (seconds === 0 ? null : new Date(seconds * 1000).toISOString()))

/** A number of nonce units, as number or digits. Wire quirk 3. */
const nonceWindowSchema = z
  .union([z.int().nonnegative(), z.string().regex(/^\d{1,15}$/)])
  .transform((value) => Number(value))

/**
 * The result of GetApiKeyInfo. Unknown fields are dropped here and now: among them the account number, the last use and the nonce
 * (wire quirks 4 to 6). Key and permissions must be there; what else is missing becomes unknown, what has another type is refused.
 */
export const apiKeyInfoSchema = z.object({
  apiKey: z.string(),
  permissions: z.array(z.string()).max(500),
  apiKeyName: z.string().optional(),
  ipAllowlist: z.array(z.string()).max(5000).optional(),
  nonceWindow: nonceWindowSchema.optional(),
  validUntil: momentSchema.optional(),
  queryFrom: momentSchema.optional(),
  queryTo: momentSchema.optional(),
  createdTime: momentSchema.optional(),
  modifiedTime: momentSchema.optional(),
})
export type ApiKeyInfo = z.infer<typeof apiKeyInfoSchema>

function factOf<Value>(value: Value | undefined): Fact<Value> {
  return value === undefined
    ? { state: "unknown", reason: "Kraken's answer did not say this." }
    : { state: "known", value }
}

function statesOf(listed: ReadonlySet<string>): Record<PermissionId, PermissionState> {
  const states = PERMISSION_IDS.map((id) => [id, listed.has(id) ? "granted" : "denied"] as const)
  return Object.fromEntries(states) as Record<PermissionId, PermissionState>
}

const FIELDS = [
  ["name", "apiKeyName"],
  ["ipAllowlist", "ipAllowlist"],
  ["validUntil", "validUntil"],
  ["queryFrom", "queryFrom"],
  ["queryTo", "queryTo"],
  ["nonceWindow", "nonceWindow"],
  ["createdAt", "createdTime"],
  ["modifiedAt", "modifiedTime"],
] as const

function evidenceOf(info: ApiKeyInfo, listed: ReadonlySet<string>, at: string): KeyFacts["evidence"] {
  const probe = "api-key-info"
  const permissions = PERMISSION_IDS.map((id) => ({
    about: id,
    says: listed.has(id) ? "Kraken lists it." : "Kraken does not list it.",
    probe,
    at,
  }))
  const fields = FIELDS.filter(([, field]) => info[field] !== undefined).map(([about, field]) => ({
    about,
    says: `Kraken's answer, field ${field}.`,
    probe,
    at,
  }))
  return [...permissions, ...fields]
}

/** Facts of one reading. An answer about another key than the one that signed is refused: it would be judged under a wrong name. */
export function keyFactsFrom(info: ApiKeyInfo, asking: Asking): Result<KeyFacts, string> {
  if (info.apiKey !== asking.apiKey) return err("The answer describes another key than the one that asked.")
  const listed = new Set(info.permissions)
  return ok({
    source: "kraken",
    readAt: asking.at,
    last4: info.apiKey.slice(-4),
    name: factOf(info.apiKeyName === undefined ? undefined : plainText(info.apiKeyName)),
    permissions: statesOf(listed),
    unknownPermissions: [...listed].filter((word) => !isPermissionId(word)).map(plainText),
    ipAllowlist: factOf(info.ipAllowlist?.map(plainText)),
    validUntil: factOf(info.validUntil),
    queryFrom: factOf(info.queryFrom),
    queryTo: factOf(info.queryTo),
    nonceWindow: factOf(info.nonceWindow),
    createdAt: factOf(info.createdTime),
    modifiedAt: factOf(info.modifiedTime),
    nonceScale: asking.nonceScale,
    evidence: evidenceOf(info, listed, asking.at),
  })
}
