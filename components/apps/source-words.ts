import { monthInWords } from "@/components/settings/month"
import type { Source } from "@/lib/catalog/purpose"

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" })

/** "dated 8 May 2024, read in November 2026"; days within a source's own words are written out, the rest stands as it is. */
export function readWhen({ date, seen }: Source): string {
  const read = `read in ${monthInWords(seen)}`
  if (date === null) return read
  return `dated ${date.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (day) => DAY.format(new Date(day)))}, ${read}`
}
