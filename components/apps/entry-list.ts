/** Which entries stand in the table, and in which order. Pure. */
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { searchEntries } from "@/lib/catalog/find-entries"
import { CATEGORY_ORDER, categoryName, kindWords, shipWords } from "./entry-words"

export const SORTS = ["kind", "name", "over", "few"] as const
export type Sort = (typeof SORTS)[number]

export interface Wanted {
  readonly search: string
  /** null: all of them. */
  readonly category: string | null
  readonly onlyOver: boolean
}

/** Boxes that are asked for and not needed. */
export function overAsked({ asks, needs }: Pick<EntrySummary, "asks" | "needs">): EntrySummary["needs"] {
  return asks && needs && asks.filter((id) => !needs.includes(id))
}

const overCount = (entry: EntrySummary): number => overAsked(entry)?.length ?? 0

/** What the search looks through besides the names. */
function searched(entry: EntrySummary): string {
  return [entry.summary, categoryName(entry.category), shipWords(entry.ship), kindWords(entry.kind)].join(" ")
}

/** What the search finds, the best first, before any filter. */
export function foundEntries(entries: readonly EntrySummary[], search: string): EntrySummary[] {
  return searchEntries(entries, search, searched)
}

/** How many of `found` each category would leave, in the order in which categories are shown; without those that never hold any. */
export function countCategories(all: readonly EntrySummary[], found: readonly EntrySummary[]) {
  const present = new Set(all.map(({ category }) => category))
  return CATEGORY_ORDER.filter((category) => present.has(category)).map((category) => ({
    category,
    count: found.filter((entry) => entry.category === category).length,
  }))
}

export function countOver(found: readonly EntrySummary[]): number {
  return found.filter((entry) => overCount(entry) > 0).length
}

const byTitle = (one: EntrySummary, other: EntrySummary): number => one.title.localeCompare(other.title, "en")

const ORDERS: Record<Exclude<Sort, "kind">, (one: EntrySummary, other: EntrySummary) => number> = {
  name: byTitle,
  over: (one, other) => overCount(other) - overCount(one) || byTitle(one, other),
  // What is not known comes last: it is not few.
  few: (one, other) => (one.needs?.length ?? 99) - (other.needs?.length ?? 99) || byTitle(one, other),
}

export interface EntryGroup {
  /** "" where there is one group only. */
  readonly title: string
  readonly entries: readonly EntrySummary[]
}

const isKnown = ({ ship }: EntrySummary): boolean => ship === "own"

/** By category: applications with boxes of their own first, then what stands in for others, then what is too little known or needs no key. */
function byKind(entries: readonly EntrySummary[]): EntryGroup[] {
  return CATEGORY_ORDER.map((category) => {
    const inIt = entries.filter((entry) => entry.category === category).sort(byTitle)
    const [known, others] = [inIt.filter(isKnown), inIt.filter((entry) => !isKnown(entry))]
    const [applications, uses] = [known.filter(isApplication), known.filter((entry) => !isApplication(entry))]
    return { title: categoryName(category), entries: [...applications, ...uses, ...others] }
  }).filter((group) => group.entries.length > 0)
}

function isApplication({ kind }: EntrySummary): boolean {
  return kind === "application"
}

/** The table's rows: filtered, and in the wanted order; while something is searched for, the best match stands first. */
export function groupEntries(found: readonly EntrySummary[], wanted: Wanted, sort: Sort): EntryGroup[] {
  const { search, category, onlyOver } = wanted
  const left = found.filter(
    (entry) => (category === null || entry.category === category) && (!onlyOver || overCount(entry) > 0),
  )
  if (left.length === 0) return []
  if (sort !== "kind") return [{ title: "", entries: [...left].sort(ORDERS[sort]) }]
  return search.trim() === "" ? byKind(left) : [{ title: "", entries: left }]
}
