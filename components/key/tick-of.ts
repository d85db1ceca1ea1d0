import { DAY_MS } from "@/components/ui/moments"
import type { TickState } from "@/components/ui/tick-mark"
import type { Report } from "@/lib/audit/report-schema"

/** A reading older than this may no longer be true. */
const COUNTS_FOR_MS = 30 * DAY_MS

/** How much a tick of this reading is worth; green only for a fresh one that came from Kraken. */
export function tickOf(
  { source, confidence, readAt }: Pick<Report, "source" | "confidence" | "readAt">,
  nowMs: number,
): TickState {
  const fresh = readAt !== null && nowMs - Date.parse(readAt) <= COUNTS_FOR_MS
  if (source !== "kraken" || confidence === "told" || !fresh) return "aged"
  return confidence === "tested" ? "tested" : "listed"
}
