import * as z from "zod/mini"
import { type Purpose, purposeSchema } from "./purpose"

const { calls, documented, keeps, wishes, ipAllowlistPossible, nonceScale } = purposeSchema.shape
const { ipAllowlist, nonceWindow, expiry, twoFactor } = wishes.shape

const wishesSchema = z.strictObject({
  ipAllowlist: z.exactOptional(ipAllowlist),
  nonceWindow: z.exactOptional(nonceWindow),
  expiry: z.exactOptional(expiry),
  twoFactor: z.exactOptional(twoFactor),
})

/** One application as its file tells it. What is left out was not found, or does not differ from the rule. */
export const applicationSchema = z.extend(z.omit(purposeSchema, { kind: true, category: true }), {
  calls: z.exactOptional(calls),
  documented: z.exactOptional(documented),
  keeps: z.exactOptional(keeps),
  wishes: z.exactOptional(wishesSchema),
  ipAllowlistPossible: z.exactOptional(ipAllowlistPossible),
  nonceScale: z.exactOptional(nonceScale),
})
export type Application = z.infer<typeof applicationSchema>

/** Fills in what the file leaves out; the file's name is the category. */
export function purposeFrom(application: Application, category: Purpose["category"]): Purpose {
  const { wishes = {}, ...told } = application
  return {
    kind: "application",
    category,
    calls: [],
    documented: [],
    keeps: [],
    ipAllowlistPossible: true,
    nonceScale: null,
    ...told,
    wishes: { ipAllowlist: null, nonceWindow: null, expiry: null, twoFactor: null, ...wishes },
  }
}
