import * as z from "zod/mini"
import { entrySummarySchema } from "@/lib/audit/tick-sheet-schema"

/** GET /api/apps: every application and use that can be looked up. GET /api/apps/[id] answers an `entryPageSchema`. */
export const entryListSchema = z.strictObject({ entries: z.array(entrySummarySchema) })

/** The question behind GET /api/apps/[id]: ids of the optional features that are switched on, with commas between them. */
export const entryQuerySchema = z.strictObject({ on: z.optional(z.string().check(z.maxLength(500))) })
