import type { Finding } from "@/lib/audit/report-schema"
import type { TrackedChange } from "@/lib/audit/tracked-change"
import { firstSentence } from "./first-sentence"

/** Two lines in the narrowest list; longer reasons are read, not scanned, and wait behind a click. */
const LENGTH_MAX = 84

/** Why a change is called for, short enough to be scanned, and all the rest of it; "" where there is no more. */
export function shortReason(
  { why, rules }: Pick<TrackedChange, "why" | "rules">,
  findings: readonly Pick<Finding, "rule" | "title">[],
): { readonly short: string; readonly more: string } {
  const { first, rest } = firstSentence(why)
  if (first.length <= LENGTH_MAX) return { short: first, more: rest }
  // Findings stand worst first, so this is the danger that the change is mainly about, in the words of its rule.
  const title = findings.find(({ rule }) => rules.includes(rule))?.title
  return title === undefined ? { short: first, more: rest } : { short: `${title.replace(/\.$/, "")}.`, more: why }
}
