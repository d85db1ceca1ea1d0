/** The report of one reading: the same for browser, command line and file. */
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Purpose } from "@/lib/catalog/purpose"
import type { Fact, KeyFacts } from "./facts"
import { type DescribedFailure, failureTitle } from "./failures"
import { type Judgement, judge } from "./judge"
import { leakOf } from "./leak"
import { certificateOf, type LeastSet } from "./least-set"
import type { ProbeRecord } from "./probe-record"
import { type Report, reportSchema } from "./report-schema"
import { riskOf } from "./risk"
import { unknownLimits } from "./rule-inputs"
import { toFinding } from "./run-rules"
import { summaryOf } from "./summary"
import { permissionRows } from "./verdicts"

interface ReportBase {
  readonly purposes: readonly Purpose[]
  readonly probes: readonly ProbeRecord[]
  readonly nowMs: number
  readonly last4: string
  /** The scale that this audit used. */
  readonly nonceScale: NonceScale | null
}
export type ReportRequest = ReportBase &
  (
    | { readonly facts: KeyFacts; readonly failure?: null }
    | { readonly facts?: null; readonly failure: DescribedFailure }
  )

/** The report has no place for "unknown" in these fields; findings say what is not known. */
function knownOr<Value, Unknown>(fact: Fact<Value>, unknown: Unknown): Value | Unknown {
  return fact.state === "known" ? fact.value : unknown
}

function confidenceOf({ subject, outcomes, least }: Judgement): Report["confidence"] {
  const { facts, purposes } = subject
  if (facts.source === "told") return "told"
  const silent = Object.values(facts.permissions).includes("unknown") || facts.unknownPermissions.length > 0
  const unfinished = outcomes.some(({ state }) => state === "broken") || (purposes.length > 0 && least === null)
  return silent || unfinished || unknownLimits(facts).length > 0 ? "partial" : "listed"
}

function leastPrivilegeOf(least: LeastSet): NonNullable<Report["leastPrivilege"]> {
  return {
    permissions: [...least.permissions],
    alternatives: least.alternatives.map((set) => [...set]),
    certificate: certificateOf(least),
  }
}

function frame({ purposes, probes }: ReportBase): Pick<Report, "schemaVersion" | "venue" | "purposes" | "probes"> {
  return {
    schemaVersion: 1,
    venue: "spot",
    purposes: purposes.map(({ id, title }) => ({ id, title })),
    probes: [...probes],
  }
}

function reportOf(request: ReportBase, facts: KeyFacts): Report {
  const judgement = judge({ facts, purposes: request.purposes, nowMs: request.nowMs })
  const { least, findings, changes } = judgement
  return {
    ...frame(request),
    source: facts.source,
    readAt: facts.readAt,
    key: {
      name: knownOr(facts.name, null),
      last4: facts.last4,
      createdAt: knownOr(facts.createdAt, null),
      modifiedAt: knownOr(facts.modifiedAt, null),
      validUntil: knownOr(facts.validUntil, null),
      queryFrom: knownOr(facts.queryFrom, null),
      queryTo: knownOr(facts.queryTo, null),
      ipAllowlist: knownOr(facts.ipAllowlist, []),
      nonceWindow: knownOr(facts.nonceWindow, null),
      nonceScale: facts.nonceScale,
    },
    permissions: permissionRows({ facts, purposes: request.purposes, least }),
    leastPrivilege: least && leastPrivilegeOf(least),
    findings: findings.map(toFinding),
    changes: changes.map(({ change }) => change),
    summary: summaryOf(judgement),
    leak: leakOf(facts),
    risk: riskOf(facts, findings),
    confidence: confidenceOf(judgement),
    failure: null,
  }
}

function failedReport(request: ReportBase, { nextStep, ...failure }: DescribedFailure): Report {
  const { kind, message, krakenText, retryable } = failure
  const unread = { name: null, createdAt: null, modifiedAt: null, validUntil: null, queryFrom: null, queryTo: null }
  return {
    ...frame(request),
    source: "kraken",
    readAt: null,
    key: { ...unread, last4: request.last4, ipAllowlist: [], nonceWindow: null, nonceScale: request.nonceScale },
    permissions: [],
    leastPrivilege: null,
    findings: [],
    changes: [],
    summary: { headline: `${failureTitle(kind)}.`, detail: nextStep },
    leak: [],
    risk: { score: 0, level: "none", reasons: [] },
    confidence: "partial",
    failure: { kind, message, krakenText, retryable },
  }
}

/** Throws where the report would not have its published form: that is a mistake of ours, and no such report may go out. */
export function buildReport(request: ReportRequest): Report {
  const report = request.failure ? failedReport(request, request.failure) : reportOf(request, request.facts)
  return reportSchema.parse(report)
}
