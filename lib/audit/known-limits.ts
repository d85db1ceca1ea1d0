import type { Report } from "./report-schema"
import type { UnknownLimit } from "./rule-inputs"
import { unknownRestriction } from "./rules/unknown-restriction"

/** Whether the reading told a restriction. A report shows an unknown one like one that is not set, so ask before showing it. */
export function isLimitKnown({ findings }: Pick<Report, "findings">, id: UnknownLimit["id"]): boolean {
  return !findings.some(({ rule, subject }) => rule === unknownRestriction.id && subject === id)
}
