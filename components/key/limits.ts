import { dayInWords, spanInWords } from "@/components/ui/moments"
import type { Finding, Report } from "@/lib/audit/report-schema"
import { restrictionById } from "@/lib/catalog/key-screen"

export interface Limit {
  readonly id: string
  readonly label: string
  readonly value: string
  /** `unknown` is never calm: what is not known is not counted as safe. */
  readonly judgement: { readonly tone: "calm" | "finding" | "unknown"; readonly text: string }
}

type Key = Report["key"]
type Judged = Pick<Report, "key" | "findings" | "changes">
type RestrictionId = "ipAllowlist" | "validUntil" | "queryFrom" | "queryTo" | "nonceWindow"

const UNKNOWN_RULE = "unknown-restriction"

/** What a key has besides its permissions, in the order of Kraken's screen; findings speak first, calm words fill the rest. */
export function limitsOf(report: Judged, nowMs: number): readonly Limit[] {
  const { key } = report
  const restriction = (id: RestrictionId, value: string, calm: string) =>
    judge(report, { id, label: restrictionById(id).label, value, calm })
  return [
    restriction(
      "ipAllowlist",
      addresses(key),
      key.ipAllowlist.length > 0 ? "It works from nowhere else." : "Works from anywhere.",
    ),
    restriction("validUntil", key.validUntil === null ? "Never" : dayInWords(key.validUntil), expiryWords(key, nowMs)),
    restriction(
      "queryFrom",
      key.queryFrom === null ? "Off" : dayInWords(key.queryFrom),
      historyWords(key.queryFrom, "before"),
    ),
    restriction("queryTo", key.queryTo === null ? "Off" : dayInWords(key.queryTo), historyWords(key.queryTo, "after")),
    restriction("nonceWindow", key.nonceWindow === null ? "Not known" : String(key.nonceWindow), nonceWindowWords(key)),
    judge(report, ageLimit("createdAt", "Created", key.createdAt, nowMs)),
    judge(report, ageLimit("modifiedAt", "Last changed", key.modifiedAt, nowMs)),
  ]
}

interface Unjudged {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly calm: string
}

/** Where unticking a box ends the danger, that is said first: nobody need look for a step about the limit itself. */
function settledBy({ changes }: Judged, { rule }: Finding): string {
  const change = changes.find(({ kind, rules }) => kind === "untick" && rules.includes(rule))
  return change ? `“${change.title}” settles this too. ` : ""
}

function judge(report: Judged, { id, label, value, calm }: Unjudged): Limit {
  const finding = report.findings.find(({ subject }) => subject === id)
  if (finding?.rule === UNKNOWN_RULE || value === "Not known") {
    return {
      id,
      label,
      value: "Not known",
      judgement: { tone: "unknown", text: finding?.why ?? "Kraken's answer did not say this." },
    }
  }
  if (finding)
    return { id, label, value, judgement: { tone: "finding", text: settledBy(report, finding) + finding.why } }
  return { id, label, value, judgement: { tone: "calm", text: calm } }
}

function addresses({ ipAllowlist }: Key): string {
  return ipAllowlist.length === 0 ? "Off" : ipAllowlist.join(", ")
}

function expiryWords({ validUntil }: Key, nowMs: number): string {
  if (validUntil === null) return "Works until it is deleted."
  const leftMs = Date.parse(validUntil) - nowMs
  return leftMs <= 0 ? `Ended ${spanInWords(leftMs)} ago.` : `${capital(spanInWords(leftMs))} left.`
}

function historyWords(date: string | null, side: "before" | "after"): string {
  return date === null ? "Hides no history." : `Hides history ${side} this day.`
}

function nonceWindowWords({ nonceWindow }: Key): string {
  return nonceWindow === 0
    ? "The strictest: an old call cannot be sent again."
    : "Calls may arrive a little out of order."
}

function ageLimit(id: string, label: string, moment: string | null, nowMs: number): Unjudged {
  if (moment === null) return { id, label, value: "Not known", calm: "" }
  return { id, label, value: dayInWords(moment), calm: `${capital(spanInWords(nowMs - Date.parse(moment)))} ago.` }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
