import * as z from "zod/mini"
import { nonceScaleSchema } from "./nonce-scales"
import { permissionIdSchema } from "./permission-ids"

/** Where a statement about Kraken or an application comes from, and when it was read (YYYY-MM). */
export const sourceSchema = z.strictObject({
  url: z.string(),
  /** The source's own date, in its own words, where it has one. */
  date: z.nullable(z.string()),
  seen: z.string().check(z.regex(/^\d{4}-\d{2}$/)),
})
export type Source = z.infer<typeof sourceSchema>

/**
 * What a key is for. `calls` name endpoints as `endpointByPath` finds them; the least set is what they need, together with `documented`:
 * permissions that the source itself names as needed where its calls are not known. Both empty: no permission is needed.
 */
export const purposeSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9-]+$/)),
  title: z.string(),
  /** Other names under which people look for it. */
  aliases: z.array(z.string()),
  kind: z.enum(["use-case", "application"]),
  /** Absent where a key of its own is the rule; otherwise a key with this purpose can probably go. */
  standing: z.exactOptional(z.enum(["needs-no-key", "discontinued"])),
  category: z.enum([
    "tax",
    "portfolio",
    "trading-bot",
    "dca-bot",
    "terminal",
    "automation",
    "own-script",
    "custody",
    "funding",
    "other",
  ]),
  /** One sentence: what a key with this purpose is used for. */
  summary: z.string(),
  calls: z.array(z.strictObject({ call: z.string(), when: z.enum(["always", "optional"]) })),
  documented: z.array(permissionIdSchema),
  /** Permissions outside the least set that a feature may need which a person can leave unused, where no call says so. */
  optional: z.array(z.strictObject({ permission: permissionIdSchema, reason: z.string() })),
  /** What the application's own page tells people to tick; null where it says nothing of its own. */
  asks: z.nullable(z.array(permissionIdSchema)),
  /** Permissions kept although the computed set would not need them, each with its reason. */
  keeps: z.array(z.strictObject({ permission: permissionIdSchema, reason: z.string() })),
  /** What the application says about restrictions, in short words of ours; null where nothing was found. */
  wishes: z.strictObject({
    ipAllowlist: z.nullable(z.string()),
    nonceWindow: z.nullable(z.string()),
    expiry: z.nullable(z.string()),
    twoFactor: z.nullable(z.string()),
  }),
  /** false where the application cannot live with an IP list (it says so itself). */
  ipAllowlistPossible: z.boolean(),
  /** Only pre-fills the person's answer; never a reason to send a larger nonce. */
  nonceScale: z.nullable(nonceScaleSchema),
  notes: z.nullable(z.string()),
  /** Lower-case words by which a key's name suggests this purpose. */
  nameHints: z.array(z.string()),
  confidence: z.string(),
  source: sourceSchema,
  /** Where the rest comes from, if one source does not tell all. */
  furtherSources: z.array(sourceSchema),
})
export type Purpose = z.infer<typeof purposeSchema>
