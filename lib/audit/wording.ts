/** Small pieces of sentences, so that every text of an audit names the same thing in the same way. */
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { PERMISSIONS, permissionById } from "@/lib/catalog/permissions"
import type { Purpose } from "@/lib/catalog/purpose"

/** A box in Kraken's label. "Query" alone could be one of several boxes, so such a label gives way to the unambiguous one. */
export function boxName(id: PermissionId): string {
  const { label, shortLabel } = permissionById(id)
  const ambiguous = PERMISSIONS.some((other) => other.id !== id && other.label.startsWith(`${label} `))
  return ambiguous ? shortLabel : label
}

/** Boxes in the order of Kraken's screen: "Query funds, Deposit and Withdraw". */
export function boxNames(ids: Iterable<PermissionId>): string {
  const wanted = new Set(ids)
  return listOf(PERMISSION_IDS.filter((id) => wanted.has(id)).map(boxName))
}

/** "MoneyMoney" or, for a use that is no program, its title in quotes. */
export function purposeName({ kind, title }: Purpose): string {
  return kind === "application" ? title : `“${title}”`
}

export function purposeNames(purposes: readonly Purpose[]): string {
  return listOf(purposes.map(purposeName))
}

/** "A", "A and B", "A, B and C". */
export function listOf(words: readonly string[]): string {
  const last = words.at(-1) ?? ""
  return words.length < 2 ? last : `${words.slice(0, -1).join(", ")} and ${last}`
}

/** "1 box", "3 boxes". */
export function countOf(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-GB")} ${count === 1 ? one : many}`
}

/** The day of a moment (ISO 8601 or ms since 1970), in UTC: "1 Dec 2026". */
export function dayOf(moment: string | number): string {
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" }).format(new Date(moment))
}

/** "November 2026" for "2026-11". */
export function monthOf(month: string): string {
  return new Intl.DateTimeFormat("en-GB", { month: "long", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${month}-01`),
  )
}

export function lowerFirst(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1)
}

/** Text from outside made harmless for a page and a terminal: control and direction marks become visible codes, length is limited. */
export function printable(text: string, lengthMax = 200): string {
  const visible = text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, (mark) => `\\u{${(mark.codePointAt(0) ?? 0).toString(16)}}`)
  const characters = [...visible]
  return characters.length <= lengthMax ? visible : `${characters.slice(0, lengthMax - 1).join("")}…`
}
