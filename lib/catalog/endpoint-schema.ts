import * as z from "zod/mini"
import { needSchema } from "./need"
import { type Source, sourceSchema } from "./purpose"

const sourceIdSchema = z.enum([
  "reference",
  "key-info-reference",
  "spot-specification",
  "pay-specification",
  "otc-specification",
  "oauth-specification",
  "permissions-guide",
  "subaccounts-guide",
])

const endpointRowSchema = z.strictObject({
  path: z.string().check(z.startsWith("/")),
  method: z.enum(["GET", "POST", "PUT", "DELETE"]),
  api: z.enum(["spot", "funding-beta", "pay", "otc", "prime"]),
  /** What Kraken's reference asks for. */
  requires: needSchema,
  /** A case in which the reference asks for something else. */
  exception: z.exactOptional(z.strictObject({ when: z.string(), requires: needSchema })),
  /** Whether the call can change anything in the account; if so, `mutatesWhen` names the condition where there is one. */
  mutates: z.boolean(),
  mutatesWhen: z.exactOptional(z.string()),
  /** Points on the key's call counter. `costAtMost` is the strict reading where Kraken's words leave room: plan with it. */
  cost: z.number().check(z.gte(0)),
  costAtMost: z.exactOptional(z.number()),
  /** The cost is not documented. */
  costAssumed: z.exactOptional(z.literal(true)),
  costNote: z.exactOptional(z.string()),
  /** How far the call lends itself to testing a permission; absent where nobody judged it. Never a licence to send it. */
  probe: z.exactOptional(z.enum(["safe", "dry-run", "bogus-id", "mints-token", "avoid", "never"])),
  /** What another page of Kraken's asks for instead. */
  conflict: z.exactOptional(z.strictObject({ requires: needSchema, source: sourceIdSchema, note: z.string() })),
  note: z.exactOptional(z.string()),
  sources: z.array(sourceIdSchema).check(z.minLength(1)),
})
export type EndpointRow = z.infer<typeof endpointRowSchema>

/** The form of endpoints.json. A test parses the file; loading it does not, so that a page pays nothing for it. */
export const endpointFileSchema = z.strictObject({
  sources: z.record(sourceIdSchema, sourceSchema),
  endpoints: z.array(endpointRowSchema),
})
export type EndpointFile = z.infer<typeof endpointFileSchema>

/** One call of Kraken's, with its sources in full. */
export type Endpoint = Readonly<Omit<EndpointRow, "sources" | "conflict">> & {
  readonly sources: readonly Source[]
  readonly conflict?: Omit<NonNullable<EndpointRow["conflict"]>, "source"> & { readonly source: Source }
}
