import * as z from "zod/mini"
import { permissionIdSchema } from "@/lib/catalog/permission-ids"
import { purposeSchema, sourceSchema } from "@/lib/catalog/purpose"

const boxesSchema = z.array(permissionIdSchema)

/** One box of Kraken's key screen: to be ticked or left off, and why. */
const tickRowSchema = z.strictObject({
  id: permissionIdSchema,
  tick: z.boolean(),
  /** Whether it is asked for in the application's own words; null where those name no boxes. */
  asked: z.nullable(z.boolean()),
  why: z.string(),
  /** The calls that fail without the box, as Kraken writes them. */
  calls: z.array(z.string()),
  /** Where the need is known from; null for what is not needed. */
  source: z.nullable(sourceSchema),
})
export type TickRow = z.infer<typeof tickRowSchema>

/** What a person may leave unused, and the boxes that it takes beyond the others. */
const featureSchema = z.strictObject({
  id: z.string(),
  title: z.string(),
  /** What else there is to know before it is switched on. */
  note: z.nullable(z.string()),
  adds: boxesSchema,
  calls: z.array(z.string()),
  on: z.boolean(),
})
export type Feature = z.infer<typeof featureSchema>

/** A restriction of the key screen, or the key's second factor: what we advise, what the application says, and where that is a danger. */
const limitAdviceSchema = z.strictObject({
  id: z.enum(["ipAllowlist", "validUntil", "nonceWindow", "twoFactor"]),
  label: z.string(),
  advice: z.string(),
  said: z.nullable(z.string()),
  danger: z.nullable(z.string()),
})
export type LimitAdvice = z.infer<typeof limitAdviceSchema>

const { id, title, summary, notes, confidence, nonceScale, aliases, furtherSources } = purposeSchema.shape

/** What to tick for one purpose, worked out from what it calls or from what its page names. */
export const tickSheetSchema = z.strictObject({
  headline: z.string(),
  detail: z.string(),
  asks: z.nullable(boxesSchema),
  needs: boxesSchema,
  /** All 13 boxes, in the order of Kraken's screen. */
  rows: z.array(tickRowSchema),
  features: z.array(featureSchema),
  /** Optional features that take no box beyond the others, in words. */
  freeFeatures: z.array(z.string()),
  dangers: z.array(z.string()),
  limits: z.array(limitAdviceSchema),
  nonceScale,
})
export type TickSheet = z.infer<typeof tickSheetSchema>

const standInSchema = z.strictObject({ id, title, needs: boxesSchema })
export type StandIn = z.infer<typeof standInSchema>

/** What is said of an entry wherever it stands: an application, one of Kraken's use cases, or a stand-in for what is not listed. */
const entry = {
  ...{ id, title, summary, aliases, confidence },
  category: z.string(),
  kind: z.enum(["application", "use-case", "stand-in"]),
  /** Whether it has boxes of its own, is too little known, needs no key, or is gone. */
  ship: z.enum(["own", "generic", "needs-no-key", "discontinued"]),
}

/** One line of the table of all entries. */
export const entrySummarySchema = z.strictObject({
  ...entry,
  /** null where it is not known what is asked for or needed. */
  asks: z.nullable(boxesSchema),
  needs: z.nullable(boxesSchema),
  /** How both differ, in a sentence; null where they do not or where that is not known. */
  difference: z.nullable(z.string()),
})
export type EntrySummary = z.infer<typeof entrySummarySchema>

/** The whole of an entry's page, and of what the terminal prints of it. */
export const entryPageSchema = z.strictObject({
  ...entry,
  notes,
  /** null where nothing was found. */
  source: z.nullable(sourceSchema),
  furtherSources,
  /** The month in which it was last looked for (YYYY-MM). */
  seen: z.string(),
  /** What stands in for an entry of which too little is known, what needs least first. */
  standIns: z.array(standInSchema),
  /** What it says of IP lists, although its boxes are not known; null otherwise. */
  ipAllowlistSaid: z.nullable(z.string()),
  /** null where there is nothing to tick, or where that is not known. */
  sheet: z.nullable(tickSheetSchema),
})
export type EntryPage = z.infer<typeof entryPageSchema>
