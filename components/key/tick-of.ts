import { DAY_MS } from "@/components/ui/moments"
import type { TickState } from "@/components/ui/tick-mark"
import type { Report } from "@/lib/audit/report-schema"

/** A reading older than this may no longer be true. */
const COUNTS_FOR_MS = 30 * DAY_MS

type TickSource = Pick<Report, "source" | "confidence" | "readAt">

const WORTH: Record<Report["confidence"], TickState> = {
  listed: "listed",
  tested: "tested",
  partial: "aged",
  told: "aged",
}

/** How much the reading as a whole can be counted on; green only for a fresh and complete one that came from Kraken. */
export function tickOf({ source, confidence, readAt }: TickSource, nowMs: number): TickState {
  const fresh = readAt !== null && nowMs - Date.parse(readAt) <= COUNTS_FOR_MS
  if (source !== "kraken" || !fresh) return "aged"
  return WORTH[confidence]
}

/** The same for one change that the reading showed done: what else is not known does not touch it. */
export function doneTickOf(report: TickSource, nowMs: number): TickState {
  return tickOf(report.confidence === "partial" ? { ...report, confidence: "listed" } : report, nowMs)
}
