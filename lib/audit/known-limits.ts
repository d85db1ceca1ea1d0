import type { Report } from "./report-schema"

/** Named here instead of imported, so that a page that shows limits does not load the rules; a test holds it to the real one. */
export const UNKNOWN_LIMIT_RULE = "unknown-restriction"

/** Whether the reading told a restriction. A report shows an unknown one like one that is not set, so ask before showing it. */
export function isLimitKnown(
  { findings }: Pick<Report, "findings">,
  id: "ipAllowlist" | "validUntil" | "nonceWindow",
): boolean {
  return !findings.some(({ rule, subject }) => rule === UNKNOWN_LIMIT_RULE && subject === id)
}
