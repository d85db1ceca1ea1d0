import * as z from "zod/mini"
import { changeSchema } from "./report-schema"

/** A change seen over several readings of one key. `done` is said only by a later reading's evidence. */
export const trackedChangeSchema = z.strictObject({
  ...changeSchema.shape,
  state: z.enum(["open", "done"]),
  /** The reading that showed it done. */
  doneAt: z.nullable(z.string()),
  /** What that reading saw, in a few words: "Kraken no longer lists Withdraw". */
  saw: z.nullable(z.string()),
  /** True where an earlier reading did not call for it: a change for the worse. */
  appeared: z.boolean(),
})
export type TrackedChange = z.infer<typeof trackedChangeSchema>
