/** The states that the client keeps in its store, as they come back from disk; what does not fit is not guessed at. */
import * as z from "zod"
import { nonceScaleSchema } from "@/lib/catalog/nonce-scales"
import type { BreakerState, KeyState } from "./contract"

const moment = z.number().nonnegative()
const spending = z.object({ points: z.number().nonnegative(), atMs: moment })

export const keyStateSchema = z.object({
  lastNonce: z.partialRecord(nonceScaleSchema, z.string().regex(/^\d{1,20}$/)),
  refusedAtMs: z.array(moment),
  counter: spending,
  spent: z.array(spending),
  workedScale: z.nullable(nonceScaleSchema),
  secondsRuledOut: z.exactOptional(z.boolean()),
  lastGood: z.object({ atMs: moment, ipAllowlisted: z.boolean(), validUntilMs: z.number().nullable() }).nullable(),
}) satisfies z.ZodType<KeyState>

export const breakerStateSchema = z.object({
  refusedAtMs: z.array(moment),
  pausedUntilMs: moment.nullable(),
  why: z.enum(["refusals", "lockout"]).nullable(),
}) satisfies z.ZodType<BreakerState>
