import * as z from "zod/mini"

/** POST /api/session: a single-use code becomes the tab's token. */
export const openSessionSchema = z.strictObject({ code: z.string().check(z.maxLength(200)) })
export const openedSessionSchema = z.strictObject({ token: z.string() })

/** The header that carries the tab's token; never a cookie, since cookies ignore ports. */
export const SESSION_HEADER = "x-keytrim-session"

/** GET /api/session. */
export const sessionViewSchema = z.strictObject({
  version: z.string(),
  /** Month of the newest fact in the catalogue. */
  factsSeen: z.string(),
  /** False under `next dev`, where only sample keys work. */
  realKeys: z.boolean(),
  /** Set where KRAKEN_API_URL points to this machine: shown as a permanent banner. */
  loopbackOrigin: z.nullable(z.string()),
  secretsHeld: z.number(),
  /** null while no secret is held. Moments are ISO 8601. */
  idle: z.nullable(z.strictObject({ warnAt: z.string(), forgetAt: z.string() })),
  /** Why and until when signed calls are paused; one entry for an origin. */
  pauses: z.array(
    z.strictObject({ destination: z.enum(["kraken", "sandbox", "loopback"]), until: z.string(), why: z.string() }),
  ),
  sampleKeysOpen: z.boolean(),
})
export type SessionView = z.infer<typeof sessionViewSchema>

/** GET /api/sandbox: the sample account's keys as "sample Kraken settings" show them. */
export const sampleKeySchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  lesson: z.string(),
  last4: z.string(),
  permissions: z.array(z.string()),
  ipAllowlist: z.array(z.string()),
  validUntil: z.nullable(z.string()),
  queryFrom: z.nullable(z.string()),
  queryTo: z.nullable(z.string()),
  nonceWindow: z.number(),
  /** The dashboard's id of this key, where the sample keys are open. */
  keyId: z.nullable(z.string()),
})
export type SampleKey = z.infer<typeof sampleKeySchema>
/** One request as the sample Kraken saw it; without key, signature, nonce and one-time password. */
export const journalEntrySchema = z.strictObject({
  at: z.string(),
  method: z.string(),
  path: z.string(),
  parameters: z.record(z.string(), z.string()),
  keyName: z.nullable(z.string()),
  answer: z.string(),
})
export type JournalEntry = z.infer<typeof journalEntrySchema>

export const sampleAccountSchema = z.strictObject({
  keys: z.array(sampleKeySchema),
  journal: z.array(journalEntrySchema),
  /** Whether balances, orders, addresses and exports are still as they were when the sample account was made. */
  accountUnchanged: z.boolean(),
})
export type SampleAccount = z.infer<typeof sampleAccountSchema>

/** PATCH /api/sandbox/keys/[id]: what a person may change on sample Kraken's key screen. Moments are ISO 8601. */
export const patchSampleKeySchema = z.strictObject({
  permissions: z.optional(z.array(z.string())),
  ipAllowlist: z.optional(z.array(z.string())),
  validUntil: z.optional(z.nullable(z.string())),
  queryFrom: z.optional(z.nullable(z.string())),
  queryTo: z.optional(z.nullable(z.string())),
  nonceWindow: z.optional(z.number()),
})
export type PatchSampleKey = z.infer<typeof patchSampleKeySchema>

/** GET /api/purposes. */
export const purposeChoiceSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** Other names under which people look for it. */
  aliases: z.array(z.string()),
  kind: z.enum(["use-case", "application"]),
  category: z.string(),
  summary: z.string(),
  nonceScale: z.nullable(z.string()),
})
export const purposeListSchema = z.strictObject({ purposes: z.array(purposeChoiceSchema) })
export type PurposeChoice = z.infer<typeof purposeChoiceSchema>
