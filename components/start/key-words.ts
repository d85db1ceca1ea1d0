/** What a list says of a key, in words. */

import { DAY_MS, spanInWords } from "@/components/ui/moments"
import { failureTitle } from "@/lib/audit/failures"
import type { KeyView } from "@/lib/protocol/key-view"

/** What the key can do; where that is not known, why. */
export function headlineOf({ report, failure }: KeyView): string {
  if (report !== null) return report.summary.headline
  return failure === null ? "Read it to see what it may do" : failureTitle(failure.kind)
}

/** "Koinly", "Koinly and 1 more", or that nobody has said what it is for. */
export function purposeOf({ report }: KeyView): string | null {
  const [first, ...others] = report?.purposes ?? []
  if (first === undefined) return null
  return others.length === 0 ? first.title : `${first.title} and ${others.length} more`
}

/** "2 years old", as far as Kraken told when it was made. */
export function ageOf({ report }: KeyView, nowMs: number): string | null {
  const createdAt = report?.key.createdAt ?? null
  if (createdAt === null) return null
  const ageMs = nowMs - Date.parse(createdAt)
  return ageMs < DAY_MS ? "Under a day" : `${spanInWords(ageMs)} old`
}

/** "3 changes", "1 change", or null where nothing is left to do. */
export function changesInWords(count: number): string | null {
  if (count === 0) return null
  return count === 1 ? "1 change" : `${count} changes`
}
