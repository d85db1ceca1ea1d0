/** A report as plain text: for the terminal and for "Copy result as text". At most 100 columns; nothing in it can steer a terminal. */
import { isLimitKnown } from "./known-limits"
import { section, wrapped } from "./plain-lines"
import type { Report, ReportPermission } from "./report-schema"
import { dayOf, printable } from "./wording"

const VERDICT_WORDS = {
  excess: "Untick",
  ok: "Keep",
  missing: "Tick",
  unneeded: "Leave off",
  unknown: "Not known",
} as const
const STATE_WORDS = { granted: "ticked", denied: "not ticked", unknown: "not known" } as const

const CONFIDENCE_WORDS: Readonly<Record<Report["confidence"], string>> = {
  listed: "as listed by Kraken",
  tested: "listed by Kraken and tested",
  partial: "partly not known",
  told: "as you told us",
}

function keyLines({ key, source, purposes, readAt, confidence }: Report): string[] {
  const name = key.name === null ? "Key" : `Key “${printable(key.name, 60)}”`
  const read = readAt === null ? "not read" : `read ${dayOf(readAt)}`
  const use = purposes.length === 0 ? "not chosen" : purposes.map(({ title }) => title).join(", ")
  const says = source === "answer" ? ", from a pasted answer" : ""
  return [
    ...wrapped(`${name} …${printable(key.last4, 8)}, ${read}, ${CONFIDENCE_WORDS[confidence]}${says}`),
    ...wrapped(use, "Purpose: "),
  ]
}

function riskLines({ risk }: Report): string[] {
  const reasons = risk.reasons.flatMap(({ points, text }) => wrapped(text, `  +${String(points).padEnd(3)} `))
  return [`Risk: ${risk.level} (${risk.score} of 100)`, ...reasons]
}

function changeLines({ changes }: Report): string[] {
  return changes.flatMap(({ title, severity, why, steps, proof }, at) => [
    ...wrapped(`${title} (${severity})`, `${`${at + 1}.`.padEnd(4)}`),
    ...wrapped(why, "    "),
    ...steps.flatMap((step) => wrapped(step, "    - ")),
    ...wrapped(`Done when: ${proof}`, "    "),
  ])
}

function rowLines(rows: readonly ReportPermission[]): string[] {
  const labels = rows.map(({ label }) => printable(label, 36))
  const widest = Math.max(0, ...labels.map(({ length }) => length))
  return rows.flatMap(({ verdict, declared, reason }, at) => {
    const word = verdict === null ? STATE_WORDS[declared] : VERDICT_WORDS[verdict]
    return wrapped(reason, `  ${word.padEnd(10)}  ${(labels[at] ?? "").padEnd(widest)}  `)
  })
}

function limitLines(report: Report): string[] {
  const { key } = report
  const day = (moment: string | null): string => (moment === null ? "not set" : dayOf(moment))
  const told = (id: "ipAllowlist" | "validUntil" | "nonceWindow", text: string): string =>
    isLimitKnown(report, id) ? text : "not known"
  return [
    ...wrapped(
      told("ipAllowlist", key.ipAllowlist.join(", ") || "none, works from anywhere"),
      "  IP address restriction  ",
    ),
    ...wrapped(told("validUntil", day(key.validUntil)), "  Key expiration          "),
    ...wrapped(day(key.queryFrom), "  Query start date        "),
    ...wrapped(day(key.queryTo), "  Query end date          "),
    ...wrapped(told("nonceWindow", String(key.nonceWindow ?? 0)), "  Custom nonce window     "),
  ]
}

function failureLines({ failure, summary }: Report): string[] {
  if (!failure) return []
  const said = failure.krakenText === null ? [] : wrapped(failure.krakenText, "Kraken said: ")
  return [
    ...wrapped(summary.headline),
    ...wrapped(failure.message),
    ...said,
    ...wrapped(summary.detail, "What to do: "),
  ]
}

function sentLines({ probes }: Report): string[] {
  const sent = probes.filter(({ signed }) => signed).length
  return [`Sent to Kraken: ${sent} signed ${sent === 1 ? "call" : "calls"}, changed nothing.`]
}

export function reportAsText(report: Report): string {
  const body = report.failure
    ? failureLines(report)
    : [
        ...wrapped(report.summary.headline),
        ...wrapped(report.summary.detail),
        "",
        ...riskLines(report),
        ...section("What to change", changeLines(report)),
        ...section("Permissions", rowLines(report.permissions)),
        ...section("Limits", limitLines(report)),
        ...section(
          "If this key leaks",
          report.leak.flatMap(({ title, text }) => [...wrapped(title, "  "), ...wrapped(text, "    ")]),
        ),
      ]
  const sent = report.failure?.kind === "incident" || report.source !== "kraken" ? [] : sentLines(report)
  return `${[...keyLines(report), "", ...body, ...(sent.length > 0 ? ["", ...sent] : [])].join("\n")}\n`
}
