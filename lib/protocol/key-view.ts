import * as z from "zod/mini"
import { failureSchema } from "@/lib/audit/failure-kinds"
import { probeRecordSchema } from "@/lib/audit/probe-record"
import { reportSchema } from "@/lib/audit/report-schema"
import { trackedChangeSchema } from "@/lib/audit/tracked-change"
import { nonceScaleSchema } from "@/lib/catalog/nonce-scales"

/** What a page knows of one key. Never its secret, its full public key or its account number. */
export const keyViewSchema = z.strictObject({
  id: z.string(),
  /** Kraken's name of the key, once read. */
  name: z.nullable(z.string()),
  last4: z.string(),
  /** Sample keys are marked everywhere and never stand in one list with real ones. */
  sample: z.boolean(),
  /** Where its calls go: Kraken, the built-in sandbox, or another server on this machine. */
  destination: z.enum(["kraken", "sandbox", "loopback"]),
  secret: z.enum(["held", "gone"]),
  otp: z.enum(["none", "static", "code"]),
  addedAt: z.string(),
  nonceScale: z.nullable(nonceScaleSchema),
  purposeIds: z.array(z.string()),
  suggestions: z.array(z.strictObject({ id: z.string(), title: z.string(), why: z.string() })),
  /** The newest good reading, judged for the present purposes; null until one succeeded. */
  report: z.nullable(reportSchema),
  /** The newest attempt, where it failed after (or without) a good reading. */
  failure: z.nullable(
    z.strictObject({
      ...failureSchema.shape,
      at: z.string(),
      nextStep: z.string(),
      pausedUntil: z.nullable(z.string()),
    }),
  ),
  changes: z.array(trackedChangeSchema),
  readings: z.number(),
  run: z.nullable(z.strictObject({ id: z.string(), startedAt: z.string() })),
  /** Everything that was sent for this key in this session, oldest first. */
  transcript: z.array(probeRecordSchema),
})
export type KeyView = z.infer<typeof keyViewSchema>

export const keyListSchema = z.strictObject({ keys: z.array(keyViewSchema) })

/** POST /api/keys. The texts are dropped from the page as soon as they were sent. */
export const addKeySchema = z.strictObject({
  apiKey: z.string().check(z.maxLength(4096)),
  secret: z.string().check(z.maxLength(4096)),
  otp: z.nullable(z.strictObject({ kind: z.enum(["static", "code"]), value: z.string().check(z.maxLength(256)) })),
  nonceScale: nonceScaleSchema,
})
export type AddKey = z.infer<typeof addKeySchema>

export const patchKeySchema = z.strictObject({
  purposeIds: z.optional(z.array(z.string()).check(z.maxLength(8))),
  nonceScale: z.optional(nonceScaleSchema),
})
export type PatchKey = z.infer<typeof patchKeySchema>

/** POST /api/keys/[id]/runs. */
export const startRunSchema = z.strictObject({
  otpCode: z.optional(z.string().check(z.maxLength(256))),
  /** One try just under the clock, on the person's word, where a busy program made both tries fail. */
  betweenCalls: z.optional(z.boolean()),
  /** Go on although Keytrim has paused signed calls; only after the person read why. */
  despitePause: z.optional(z.boolean()),
})
export type StartRun = z.infer<typeof startRunSchema>

/** Answer to a request that was refused; `field` names the input at fault. */
export const refusalSchema = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string(), field: z.nullable(z.string()) }),
})
export type Refusal = z.infer<typeof refusalSchema>
