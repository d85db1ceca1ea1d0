import * as z from "zod"
import { isPermissionId } from "@/lib/catalog/permission-ids"
import { err, ok, type Result } from "@/lib/core/result"
import { isAddressOrBlock } from "./ip-allowlist"
import { inScreenOrder, type KeySettings } from "./sandbox-key"

/** Null takes a limit off. */
const momentSchema = z.union([
  z.null().transform(() => 0),
  z
    .union([z.iso.datetime({ offset: true }), z.iso.date()])
    .transform((text) => Math.floor(Date.parse(text) / 1000))
    .refine((seconds) => seconds > 0),
])

/** What may be changed on sample Kraken's key screen; what is left out stays. Moments are ISO 8601 dates, with or without a time. */
const keyPatchSchema = z.strictObject({
  permissions: z.array(z.string()).transform(inScreenOrder).optional(),
  ipAllowlist: z
    .array(z.string().trim().refine(isAddressOrBlock))
    .transform((entries) => [...new Set(entries)])
    .optional(),
  validUntil: momentSchema.optional(),
  queryFrom: momentSchema.optional(),
  queryTo: momentSchema.optional(),
  nonceWindow: z.int().nonnegative().optional(),
})
export type KeyPatch = z.input<typeof keyPatchSchema>
type Field = keyof KeyPatch

export interface SettingsProblem {
  /** The input at fault; null where the change names one that does not exist. */
  readonly field: Field | null
  readonly message: string
}

const WHAT_IS_EXPECTED: Readonly<Record<Field, string>> = {
  permissions: "Permissions have to be a list of boxes.",
  ipAllowlist: "Enter IPv4 or IPv6 addresses, or blocks such as 192.0.2.0/24.",
  validUntil: "The expiry has to be a date.",
  queryFrom: "The start date has to be a date.",
  queryTo: "The end date has to be a date.",
  nonceWindow: "The nonce window has to be a whole number of 0 or more.",
}

const isField = (name: unknown): name is Field => typeof name === "string" && Object.hasOwn(WHAT_IS_EXPECTED, name)

function problemOf(error: z.ZodError): SettingsProblem {
  const name = error.issues[0]?.path[0]
  return isField(name)
    ? { field: name, message: WHAT_IS_EXPECTED[name] }
    : { field: null, message: "There is no such setting." }
}

/** What only shows beside the old settings. These checks are the sandbox's own: Kraken publishes none for its screen. */
function conflictOf(after: KeySettings, before: KeySettings, nowMs: number): SettingsProblem | null {
  // A word that nobody knows may stay or go, but the screen has no box to tick it again.
  if (after.permissions.some((word) => !isPermissionId(word) && !before.permissions.includes(word)))
    return { field: "permissions", message: "There is no box of that name." }
  const expiryChanged = after.validUntilS !== 0 && after.validUntilS !== before.validUntilS
  if (expiryChanged && after.validUntilS * 1000 <= nowMs)
    return { field: "validUntil", message: "The expiry has to lie in the future." }
  if (after.queryFromS !== 0 && after.queryToS !== 0 && after.queryFromS > after.queryToS)
    return { field: "queryTo", message: "The end date lies before the start date." }
  return null
}

/** The settings that a key has after a change, or the first thing in it that cannot be saved. */
export function changeSettings(
  before: KeySettings,
  patch: KeyPatch,
  nowMs: number,
): Result<KeySettings, SettingsProblem> {
  const parsed = keyPatchSchema.safeParse(patch)
  if (!parsed.success) return err(problemOf(parsed.error))
  const change = parsed.data
  const after: KeySettings = {
    permissions: change.permissions ?? before.permissions,
    ipAllowlist: change.ipAllowlist ?? before.ipAllowlist,
    validUntilS: change.validUntil ?? before.validUntilS,
    queryFromS: change.queryFrom ?? before.queryFromS,
    queryToS: change.queryTo ?? before.queryToS,
    nonceWindow: change.nonceWindow ?? before.nonceWindow,
  }
  const conflict = conflictOf(after, before, nowMs)
  return conflict ? err(conflict) : ok(after)
}
