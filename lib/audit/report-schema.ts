import * as z from "zod/mini"
import { nonceScaleSchema } from "@/lib/catalog/nonce-scales"
import { permissionIdSchema } from "@/lib/catalog/permission-ids"
import { permissionStateSchema } from "./facts"
import { failureSchema } from "./failure-kinds"
import { probeRecordSchema } from "./probe-record"

export const severitySchema = z.enum(["info", "low", "medium", "high", "critical"])
export type Severity = z.infer<typeof severitySchema>

export const verdictSchema = z.enum(["excess", "ok", "missing", "unneeded", "unknown"])
export type Verdict = z.infer<typeof verdictSchema>

const moment = z.nullable(z.string())

export const reportPermissionSchema = z.strictObject({
  /** One of the 13, or the raw word (escaped) where the catalogue does not know it. */
  id: z.string(),
  label: z.string(),
  level: z.nullable(z.enum(["none", "read", "full"])),
  declared: permissionStateSchema,
  observed: z.enum(["granted", "denied", "unknown", "untested"]),
  /** null without a purpose, and for a word that the catalogue does not know. */
  needed: z.nullable(z.boolean()),
  /** null without a purpose, unless the permission itself is unknown. */
  verdict: z.nullable(verdictSchema),
  /** One sentence for the row. */
  reason: z.string(),
})
export type ReportPermission = z.infer<typeof reportPermissionSchema>

export const findingSchema = z.strictObject({
  rule: z.string(),
  /** What of the key it is about: a permission id, or a field such as `ipAllowlist`; null for the key as a whole. */
  subject: z.nullable(z.string()),
  severity: severitySchema,
  title: z.string(),
  why: z.string(),
  steps: z.array(z.string()),
})
export type Finding = z.infer<typeof findingSchema>

/** One thing to change on Kraken's key screen. A problem stands here once, however many findings led to it. */
export const changeSchema = z.strictObject({
  /** Stable across readings: `untick:withdraw-funds`, `tick:query-ledger`, `set:ip-allowlist`, `set:expiry`, `lower:nonce-window`, `replace:key`, … */
  id: z.string(),
  kind: z.enum(["untick", "tick", "limit", "replace", "check"]),
  permission: z.nullable(permissionIdSchema),
  severity: severitySchema,
  /** In Kraken's labels: "Untick Withdraw". */
  title: z.string(),
  why: z.string(),
  steps: z.array(z.string()),
  /** What the next reading will have to show: "Withdraw is no longer in Kraken's list." */
  proof: z.string(),
  /** Rules whose findings this change closes. */
  rules: z.array(z.string()),
})
export type Change = z.infer<typeof changeSchema>

export const reportSchema = z.strictObject({
  schemaVersion: z.literal(1),
  venue: z.enum(["spot", "futures"]),
  source: z.enum(["kraken", "told", "answer"]),
  /** When the facts were read; null where the reading failed. */
  readAt: moment,
  key: z.strictObject({
    name: z.nullable(z.string()),
    last4: z.string(),
    createdAt: moment,
    modifiedAt: moment,
    validUntil: moment,
    queryFrom: moment,
    queryTo: moment,
    ipAllowlist: z.array(z.string()),
    nonceWindow: z.nullable(z.number()),
    nonceScale: z.nullable(nonceScaleSchema),
  }),
  purposes: z.array(z.strictObject({ id: z.string(), title: z.string() })),
  permissions: z.array(reportPermissionSchema),
  leastPrivilege: z.nullable(
    z.strictObject({
      permissions: z.array(permissionIdSchema),
      alternatives: z.array(z.array(permissionIdSchema)),
      certificate: z.array(
        z.strictObject({
          permission: permissionIdSchema,
          because: z.strictObject({
            kind: z.enum(["calls", "documented"]),
            calls: z.array(z.string()),
            source: z.string(),
            seen: z.string(),
          }),
        }),
      ),
    }),
  ),
  findings: z.array(findingSchema),
  changes: z.array(changeSchema),
  /** What the key can do, said in one sentence, and at most one more with what to do about it. */
  summary: z.strictObject({ headline: z.string(), detail: z.string() }),
  /** "If this key leaks": what a thief could do, worst first. Empty where nothing is known. */
  leak: z.array(z.strictObject({ severity: severitySchema, title: z.string(), text: z.string() })),
  risk: z.strictObject({
    score: z.number(),
    level: z.enum(["none", "low", "medium", "high", "critical"]),
    reasons: z.array(z.strictObject({ points: z.number(), text: z.string(), rule: z.string() })),
  }),
  confidence: z.enum(["listed", "tested", "partial", "told"]),
  probes: z.array(probeRecordSchema),
  failure: z.nullable(failureSchema),
})
export type Report = z.infer<typeof reportSchema>
