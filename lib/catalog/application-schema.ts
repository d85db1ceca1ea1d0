import * as z from "zod/mini"
import { purposeSchema, sourceSchema } from "./purpose"

const { shape } = purposeSchema
const { ipAllowlist, nonceWindow, expiry, twoFactor } = shape.wishes.shape

const wishesSchema = z.strictObject({
  ipAllowlist: z.exactOptional(ipAllowlist),
  nonceWindow: z.exactOptional(nonceWindow),
  expiry: z.exactOptional(expiry),
  twoFactor: z.exactOptional(twoFactor),
})

const name = {
  id: shape.id,
  title: shape.title,
  aliases: z.exactOptional(shape.aliases),
  nameHints: shape.nameHints,
}
const findings = {
  summary: shape.summary,
  wishes: z.exactOptional(wishesSchema),
  ipAllowlistPossible: z.exactOptional(shape.ipAllowlistPossible),
  notes: shape.notes,
  confidence: shape.confidence,
  source: sourceSchema,
  furtherSources: z.exactOptional(shape.furtherSources),
}
/** Ids of the purposes of which one fits, those that need least first. */
const useInstead = z.array(shape.id).check(z.minLength(1))

/** Enough is known for a purpose of its own. */
const ownSchema = z.strictObject({
  ...name,
  ...findings,
  calls: z.exactOptional(shape.calls),
  documented: z.exactOptional(shape.documented),
  optional: z.exactOptional(shape.optional),
  asks: shape.asks,
  keeps: z.exactOptional(shape.keeps),
  nonceScale: z.exactOptional(shape.nonceScale),
})

/** Something is known, but not which boxes it needs. */
const genericSchema = z.strictObject({ ...name, ...findings, standing: z.literal("generic"), useInstead })

/** Was looked for in the month `searched`, and nothing was found that holds for its Kraken keys. */
const unknownSchema = z.strictObject({
  ...name,
  standing: z.literal("generic"),
  useInstead,
  searched: sourceSchema.shape.seen,
})

const needlessSchema = z.strictObject({
  ...name,
  ...findings,
  standing: z.enum(["needs-no-key", "discontinued"]),
})

/** One application as its file tells it. What is left out was not found, or does not differ from the rule. */
export const applicationSchema = z.union([ownSchema, genericSchema, unknownSchema, needlessSchema])
export type Application = z.infer<typeof applicationSchema>
/** One that becomes a purpose. */
export type OwnApplication = z.infer<typeof ownSchema>
