import * as z from "zod/mini"
import { failureSchema } from "@/lib/audit/failure-kinds"
import { probeRecordSchema } from "@/lib/audit/probe-record"
import { findingSchema } from "@/lib/audit/report-schema"

/** What happens in a run, one JSON object a line; `n` counts from 0 within the run. */
export const runEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("started"), keyId: z.string() }),
  z.strictObject({
    n: z.number(),
    at: z.string(),
    type: z.literal("waiting"),
    reason: z.enum(["nonce", "budget", "lock"]),
    text: z.string(),
    until: z.nullable(z.string()),
  }),
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("probe"), probe: probeRecordSchema }),
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("finding"), finding: findingSchema }),
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("finished") }),
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("failed"), failure: failureSchema }),
  z.strictObject({ n: z.number(), at: z.string(), type: z.literal("stopped") }),
])
export type RunEvent = z.infer<typeof runEventSchema>

/** GET /api/events: everything that a page watching many keys has to hear. */
export const liveEventSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("hello") }),
  z.strictObject({ type: z.literal("run"), keyId: z.string(), runId: z.string(), event: runEventSchema }),
  z.strictObject({ type: z.literal("key-changed"), keyId: z.string() }),
  z.strictObject({ type: z.literal("key-removed"), keyId: z.string() }),
  z.strictObject({ type: z.literal("session-changed") }),
  z.strictObject({ type: z.literal("beat") }),
])
export type LiveEvent = z.infer<typeof liveEventSchema>
