/** What a reading looks like, for people who have no key here yet: made by the audit itself, from the facts of a made-up key. */
import { buildReport } from "@/lib/audit/build-report"
import { EXAMPLE_NOW_MS, exampleKey } from "@/lib/audit/example-key"
import type { Report } from "@/lib/audit/report-schema"
import { purposeById } from "@/lib/catalog/purposes"

/** As much of a report as the picture of one shows. */
export interface SampleResult {
  readonly name: string
  readonly last4: string
  readonly level: Report["risk"]["level"]
  readonly headline: string
  readonly detail: string
  readonly rows: readonly Pick<Report["permissions"][number], "id" | "label" | "verdict" | "reason">[]
}

const NAME = "tax 2023"

/** Only the boxes that are ticked or should be: a picture is not the place for thirteen rows. */
export function sampleResult(): SampleResult {
  const purpose = purposeById("koinly")
  const facts = exampleKey({
    name: NAME,
    granted: ["query-funds", "withdraw-funds", "query-closed-trades", "query-ledger", "export-data"],
    createdAt: "2023-02-11T09:00:00.000Z",
  })
  const report = buildReport({
    facts,
    purposes: purpose ? [purpose] : [],
    probes: [],
    nowMs: EXAMPLE_NOW_MS,
    last4: facts.last4,
    nonceScale: null,
  })
  return {
    name: NAME,
    last4: facts.last4,
    level: report.risk.level,
    headline: report.summary.headline,
    detail: report.summary.detail,
    rows: report.permissions
      .filter(({ verdict }) => verdict !== "unneeded")
      .map(({ id, label, verdict, reason }) => ({ id, label, verdict, reason })),
  }
}
