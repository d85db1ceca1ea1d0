/** A long list under headings, the most dangerous first. Pure. */
import type { KeyView } from "@/lib/protocol/key-view"
import { sortKeys } from "./key-list"

type GroupName = "critical" | "high" | "not-known" | "medium" | "low" | "none"

export interface KeyGroup {
  readonly name: GroupName
  readonly title: string
  readonly keys: readonly KeyView[]
}

const TITLES: readonly (readonly [GroupName, string])[] = [
  ["critical", "Critical risk"],
  ["high", "High risk"],
  ["not-known", "Not known yet"],
  ["medium", "Medium risk"],
  ["low", "Low risk"],
  ["none", "No risk seen"],
]

const groupOf = ({ report }: KeyView): GroupName => report?.risk.level ?? "not-known"

/** Every key in exactly one group; empty groups are left out. */
export function dangerGroups(keys: readonly KeyView[]): KeyGroup[] {
  const sorted = sortKeys(keys, "danger")
  return TITLES.map(([name, title]) => ({ name, title, keys: sorted.filter((key) => groupOf(key) === name) })).filter(
    (group) => group.keys.length > 0,
  )
}
