/** One sentence over a list of keys: how many are dangerous, and where to start. */
import type { Report } from "./report-schema"
import { countOf, printable } from "./wording"

export interface ListedKey {
  /** As the list shows it. */
  readonly name: string
  /** null until the key was read. */
  readonly report: Pick<Report, "permissions" | "findings" | "risk" | "changes" | "failure"> | null
}

/** Named here instead of imported, so that a page that shows a list does not load the rules; a test holds them to the real ones. */
export const ANY_IP_RULES = { withdraw: "withdrawal-from-any-ip", trade: "trading-from-any-ip" } as const

type ReadReport = NonNullable<ListedKey["report"]>

const holds = ({ permissions }: ReadReport, id: string): boolean =>
  permissions.some((row) => row.id === id && row.declared === "granted")

const isUnsure = ({ permissions }: ReadReport): boolean =>
  permissions.some(({ declared, verdict }) => declared === "unknown" || verdict === "unknown")

const found = ({ findings }: ReadReport, id: string): boolean => findings.some(({ rule }) => rule === id)

function fromAnywhere(anywhere: number, acting: number): string {
  if (anywhere === 0) return ""
  if (anywhere < acting) return `, ${anywhere} from anywhere`
  if (acting === 1) return ", from anywhere"
  return acting === 2 ? ", both from anywhere" : ", all from anywhere"
}

/** "2 of 6 can withdraw, 1 from anywhere." Where none is known to, but some are not known, that is said instead. */
function ability(reports: readonly ReadReport[]): string {
  const of = (count: number): string => `${count} of ${reports.length}`
  const withdrawing = reports.filter((report) => holds(report, "withdraw-funds"))
  const trading = reports.filter((report) => holds(report, "modify-trades"))
  const [acting, verb] = withdrawing.length > 0 ? ([withdrawing, "withdraw"] as const) : ([trading, "trade"] as const)
  const anywhere = acting.filter((report) => found(report, ANY_IP_RULES[verb])).length
  if (acting.length > 0) return `${of(acting.length)} can ${verb}${fromAnywhere(anywhere, acting.length)}.`
  const unsure = reports.filter(isUnsure).length
  if (unsure > 0) return `Something is not known about ${of(unsure)}.`
  return reports.length === 1
    ? "This key cannot trade or withdraw."
    : `None of ${reports.length} can trade or withdraw.`
}

/** `headline` speaks of the keys that were read; `detail` says where to start, or what is left to do. */
export function listHeadline(keys: readonly ListedKey[]): { readonly headline: string; readonly detail: string } {
  const read = keys.flatMap(({ name, report }) => (report && report.failure === null ? [{ name, report }] : []))
  const unread = keys.length - read.length
  const rest = unread === 0 ? "" : ` ${countOf(unread, "key has", "keys have")} not been read.`
  if (read.length === 0) {
    const headline = keys.length === 0 ? "No keys yet." : `${countOf(keys.length, "key", "keys")}, none read yet.`
    return {
      headline,
      detail: keys.length === 0 ? "Add a key to see what it can do." : "Read them to see what they can do.",
    }
  }
  const [worst] = read
    .filter(({ report }) => report.changes.length > 0)
    .sort((one, other) => other.report.risk.score - one.report.risk.score)
  const start = worst ? `Start with “${printable(worst.name, 60)}”.` : "Nothing to change."
  return { headline: ability(read.map(({ report }) => report)), detail: `${start}${rest}` }
}
