import * as z from "zod/mini"

/** The class of an answer; the answer itself is dropped as soon as it was read. */
export const answerClassSchema = z.enum([
  "ok",
  "denied",
  "invalid-key",
  "invalid-signature",
  "invalid-nonce",
  "throttled",
  "locked-out",
  "unavailable",
  "unreachable",
  "timeout",
  "malformed",
  "unknown-method",
  "other-error",
])
export type AnswerClass = z.infer<typeof answerClassSchema>

/** One line of the transcript: what was sent to Kraken and how it answered. */
export const probeRecordSchema = z.strictObject({
  id: z.string(),
  path: z.string(),
  /** Without nonce, one-time password and signature. */
  parameters: z.record(z.string(), z.string()),
  cost: z.number(),
  signed: z.boolean(),
  answer: answerClassSchema,
  /** Kraken's own error strings, escaped, at most 200 characters each. */
  errors: z.array(z.string()),
  at: z.string(),
})
export type ProbeRecord = z.infer<typeof probeRecordSchema>
