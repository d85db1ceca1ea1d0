/** Moments and spans of time in words. All take ISO 8601 and show the reader's own time zone. */

const LOCALE = "en-GB"
const DAY = new Intl.DateTimeFormat(LOCALE, { day: "numeric", month: "short", year: "numeric" })
const TIME = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit" })
const TIME_TO_THE_SECOND = new Intl.DateTimeFormat(LOCALE, { hour: "2-digit", minute: "2-digit", second: "2-digit" })

export const DAY_MS = 86_400_000

/** "13 Nov 2026" */
export function dayInWords(moment: string): string {
  return DAY.format(new Date(moment))
}

/** "14:02" on the day of `nowMs`, else "13 Nov 2026, 14:02". */
export function momentInWords(moment: string, nowMs: number): string {
  const date = new Date(moment)
  const time = TIME.format(date)
  return DAY.format(date) === DAY.format(new Date(nowMs)) ? time : `${DAY.format(date)}, ${time}`
}

/** "14:02:09" */
export function timeToTheSecond(moment: string): string {
  return TIME_TO_THE_SECOND.format(new Date(moment))
}

/** What is left of a wait, rounded up so that it never says zero too early: "9 s", "2 min 05 s", "1 h 03 min". */
export function remainingInWords(untilMs: number, nowMs: number): string {
  const seconds = Math.max(0, Math.ceil((untilMs - nowMs) / 1000))
  if (seconds < 60) return `${seconds} s`
  const minutes = Math.floor(seconds / 60)
  if (minutes < 60) return `${minutes} min ${String(seconds % 60).padStart(2, "0")} s`
  return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, "0")} min`
}

const SPANS: readonly (readonly [days: number, unit: string])[] = [
  [365, "year"],
  [30, "month"],
  [1, "day"],
]

/** A length of time in its largest whole unit: "2 years", "5 months", "1 day"; "less than a day" below that. */
export function spanInWords(spanMs: number): string {
  const days = Math.floor(Math.abs(spanMs) / DAY_MS)
  for (const [length, unit] of SPANS) {
    const count = Math.floor(days / length)
    if (count >= 1) return `${count} ${unit}${count === 1 ? "" : "s"}`
  }
  return "less than a day"
}
