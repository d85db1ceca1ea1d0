import type { Report, Severity } from "./report-schema"
import { isAtLeast } from "./severity"

/**
 * Whether a report is bad enough to fail a run: a finding at or above the threshold, something unknown that matters, or no facts at
 * all. What is not known could be anything, so it reaches every threshold but "never".
 */
export function reachesThreshold(report: Report, failOn: Severity | "never"): boolean {
  if (failOn === "never") return false
  if (report.failure !== null || report.confidence === "partial") return true
  const unsure = report.permissions.some(({ declared, verdict }) => declared === "unknown" || verdict === "unknown")
  return unsure || report.findings.some(({ severity }) => isAtLeast(severity, failOn))
}
