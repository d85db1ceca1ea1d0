import * as z from "zod/mini"

/** Every way in which a reading can end without facts; one vocabulary for wire, page and command line. */
export const FAILURE_KINDS = [
  "wrong-key",
  "wrong-secret",
  "otp-required",
  "ip-not-allowed",
  "nonce",
  "clock",
  "throttled",
  "locked-out",
  "paused",
  "kraken-unavailable",
  "unreachable",
  "timeout",
  "malformed-answer",
  "unknown-method",
  "malformed-credential",
  "incident",
  "unexpected",
] as const

export const failureKindSchema = z.enum(FAILURE_KINDS)
export type FailureKind = z.infer<typeof failureKindSchema>

export const failureSchema = z.strictObject({
  kind: failureKindSchema,
  /** A sentence or two for a person: what it probably is, what else it may be. */
  message: z.string(),
  /** From the answer's error array only, escaped, at most 200 characters. */
  krakenText: z.nullable(z.string()),
  retryable: z.boolean(),
})
export type Failure = z.infer<typeof failureSchema>
