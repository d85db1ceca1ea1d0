/** Which keys stand in a list, and in which order. Pure. */
import { reachOf } from "@/lib/audit/ip-reach"
import { isLimitKnown } from "@/lib/audit/known-limits"
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { KeyView } from "@/lib/protocol/key-view"

export const SORTS = ["danger", "name", "age", "read"] as const
export type Sort = (typeof SORTS)[number]

export const FILTERS = ["high-risk", "withdraw", "trade", "any-ip", "not-read"] as const
export type Filter = (typeof FILTERS)[number]

const LEVELS = ["none", "low", "medium", "high", "critical"] as const

const isGranted = (key: KeyView, id: PermissionId) =>
  key.report?.permissions.some((permission) => permission.id === id && permission.declared === "granted") ?? false

/** Says only what a reading showed: a key that was not read is in none but the last. */
const HOLDS: Record<Filter, (key: KeyView) => boolean> = {
  "high-risk": ({ report }) => report?.risk.level === "high" || report?.risk.level === "critical",
  withdraw: (key) => isGranted(key, "withdraw-funds"),
  trade: (key) => isGranted(key, "modify-trades"),
  "any-ip": ({ report }) =>
    report !== null && isLimitKnown(report, "ipAllowlist") && reachOf(report.key.ipAllowlist) === "anywhere",
  "not-read": (key) => key.report === null,
}

/** How many keys each filter would leave. */
export function countFilters(keys: readonly KeyView[]): Record<Filter, number> {
  const count = (filter: Filter) => keys.filter(HOLDS[filter]).length
  return {
    "high-risk": count("high-risk"),
    withdraw: count("withdraw"),
    trade: count("trade"),
    "any-ip": count("any-ip"),
    "not-read": count("not-read"),
  }
}

/** What a key is called until Kraken told its name. */
export function nameOf({ name }: Pick<KeyView, "name">): string {
  return name ?? "Not read yet"
}

function holdsText(key: KeyView, text: string): boolean {
  const places = [key.name ?? "", key.last4, ...(key.report?.purposes.map(({ title }) => title) ?? [])]
  return places.some((place) => place.toLowerCase().includes(text))
}

/** Keys that every chosen filter leaves and whose name, purpose or last four characters hold `search`. */
export function filterKeys(keys: readonly KeyView[], filters: ReadonlySet<Filter>, search: string): KeyView[] {
  const text = search.trim().toLowerCase()
  return keys.filter((key) => [...filters].every((filter) => HOLDS[filter](key)) && holdsText(key, text))
}

/** Larger is more dangerous. What is not known stands below what is known to be dangerous and above everything else. */
function danger(key: KeyView): number {
  if (key.report === null) return 250
  return LEVELS.indexOf(key.report.risk.level) * 100 + key.report.risk.score / 100
}

const ORDERS: Record<Sort, (left: KeyView, right: KeyView) => number> = {
  danger: (left, right) => danger(right) - danger(left),
  // A key without a name yet comes last; within one name the last four characters decide.
  name: (left, right) =>
    Number(left.name === null) - Number(right.name === null) || nameOf(left).localeCompare(nameOf(right), "en"),
  age: (left, right) => moment(left.report?.key.createdAt) - moment(right.report?.key.createdAt),
  read: (left, right) => moment(left.report?.readAt) - moment(right.report?.readAt),
}

/** Oldest first, what has no date last. */
function moment(iso: string | null | undefined): number {
  return iso == null ? Number.MAX_SAFE_INTEGER : Date.parse(iso)
}

/** The most dangerous, the first in the alphabet, the oldest, or the one not read for longest stands first. */
export function sortKeys(keys: readonly KeyView[], sort: Sort): KeyView[] {
  return [...keys].sort((left, right) => ORDERS[sort](left, right) || left.last4.localeCompare(right.last4, "en"))
}

/** Real keys; sample ones never stand in one list with them. */
export function realKeys(keys: readonly KeyView[]): KeyView[] {
  return keys.filter(({ sample }) => !sample)
}

export function sampleKeys(keys: readonly KeyView[]): KeyView[] {
  return keys.filter(({ sample }) => sample)
}

/** Changes that still wait to be made. */
export function openChanges({ changes }: Pick<KeyView, "changes">) {
  return changes.filter(({ state }) => state === "open")
}

/** The first key of a sorted list where there is something to change. */
export function startWith(sorted: readonly KeyView[]): KeyView | undefined {
  return sorted.find(({ report }) => report !== null && report.changes.length > 0)
}
