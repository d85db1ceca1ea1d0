/** Finding an entry by the names that people use. Pure, and given the entries, so that a page can use it without the tables. */

export interface Findable {
  readonly id: string
  readonly title: string
  /** Other names that people use for it. */
  readonly aliases: readonly string[]
}

/** Without case and accents, with one space where other signs stood: "Télé_Bot" becomes "tele bot". */
export function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
}

const squeezed = (text: string): string => plainText(text).replaceAll(" ", "")

const namesOf = ({ id, title, aliases }: Findable): string[] => [id, title, ...aliases]

/** Entries in which every word of `wanted` occurs, those whose name begins with it first. `more` adds what else of an entry is searched. */
export function searchEntries<Entry extends Findable>(
  entries: readonly Entry[],
  wanted: string,
  more: (entry: Entry) => string = () => "",
): Entry[] {
  const words = plainText(wanted).split(" ").filter(Boolean)
  const whole = squeezed(wanted)
  if (words.length === 0) return [...entries]
  const named = (entry: Entry): boolean => namesOf(entry).some((name) => squeezed(name).includes(whole))
  const begins = (entry: Entry): boolean => namesOf(entry).some((name) => squeezed(name).startsWith(whole))
  return entries
    .filter((entry) => {
      const text = ` ${plainText([...namesOf(entry), more(entry)].join(" "))}`
      return named(entry) || words.every((word) => text.includes(` ${word}`))
    })
    .sort((one, other) => Number(begins(other)) - Number(begins(one)) || Number(named(other)) - Number(named(one)))
}

/** The one entry that is called so, by any of its names; undefined where none or several are. */
export function entryNamed<Entry extends Findable>(entries: readonly Entry[], name: string): Entry | undefined {
  const wanted = squeezed(name)
  if (wanted === "") return undefined
  const found = entries.filter((entry) => namesOf(entry).some((other) => squeezed(other) === wanted))
  return found.find(({ id }) => squeezed(id) === wanted) ?? (found.length === 1 ? found[0] : undefined)
}

function pairsOf(text: string): string[] {
  return [...text].slice(1).map((letter, at) => `${text[at] ?? ""}${letter}`)
}

/** How much two names look alike, from 0 to 1: twice the pairs of letters in common, by all of their pairs. */
function likeness(one: string, other: string): number {
  const [left, right] = [pairsOf(one), pairsOf(other)]
  const common = left.filter((pair) => {
    const at = right.indexOf(pair)
    if (at >= 0) right.splice(at, 1)
    return at >= 0
  }).length
  return (2 * common) / Math.max(1, left.length + right.length + common)
}

/** Below this the names have little more than their alphabet in common. */
const LIKENESS_MIN = 0.34

/** At most `count` entries that `name` may have meant, the likeliest first. */
export function nearestEntries<Entry extends Findable>(
  entries: readonly Entry[],
  name: string,
  count: number,
): Entry[] {
  const wanted = squeezed(name)
  const found = searchEntries(entries, name)
  if (found.length > 0 && wanted !== "") return found.slice(0, count)
  return entries
    .map((entry) => ({ entry, like: Math.max(...namesOf(entry).map((other) => likeness(squeezed(other), wanted))) }))
    .filter(({ like }) => like >= LIKENESS_MIN)
    .sort((one, other) => other.like - one.like)
    .slice(0, count)
    .map(({ entry }) => entry)
}
