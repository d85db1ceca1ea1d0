/** What to tick for one application as plain text, the same as its page says. */
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"
import { GROUPS, permissionById } from "@/lib/catalog/permissions"
import type { Source } from "@/lib/catalog/purpose"
import { section, wrapped } from "./plain-lines"
import type { EntryPage, EntrySummary, TickRow, TickSheet } from "./tick-sheet-schema"
import { boxNames, countOf, listOf, lowerFirst } from "./wording"

const LABEL_WIDTH = 28

function rowLines(rows: readonly TickRow[]): string[] {
  return GROUPS.flatMap((group) => {
    const inIt = rows.filter(({ id }) => permissionById(id).group === group.id)
    const lines = inIt.flatMap((row) => {
      const { label } = permissionById(row.id)
      return wrapped(row.why, `    ${(row.tick ? "Tick" : "Leave off").padEnd(10)}  ${label.padEnd(LABEL_WIDTH)}  `)
    })
    return [`  ${group.label}`, ...lines]
  })
}

function featureLines({ features, freeFeatures }: TickSheet): string[] {
  return [
    ...features.flatMap(({ title, note, adds }) => [
      ...wrapped(title, "  "),
      ...(boxNames(adds) === title ? [] : wrapped(`Needs ${boxNames(adds)} too.`, "    ")),
      ...(note === null ? [] : wrapped(note, "    ")),
    ]),
    ...(freeFeatures.length > 0 ? wrapped(`Needs no further box: ${listOf(freeFeatures)}.`, "  ") : []),
  ]
}

function limitLines({ limits, nonceScale }: TickSheet): string[] {
  const scale = NONCE_SCALES.find(({ id }) => id === nonceScale)
  return [
    ...limits.flatMap(({ label, advice, said, danger }) => [
      `  ${label}`,
      ...wrapped(advice, "    "),
      ...(said === null ? [] : wrapped(`In its case: ${said}`, "    ")),
      ...(danger === null ? [] : wrapped(danger, "    ! ")),
    ]),
    ...(scale ? ["  How it counts its calls", `    In ${lowerFirst(scale.label)}, by its code.`] : []),
  ]
}

function sourceLines({ confidence, source, furtherSources, seen }: EntryPage): string[] {
  const told = ({ url, date, seen: read }: Source) =>
    wrapped(`${url} (${date === null ? "" : `dated ${date}, `}read ${read})`, "  ")
  return [
    ...wrapped(confidence, "  Confidence: "),
    ...(source === null ? [`  Last looked for: ${seen}`] : [source, ...furtherSources].flatMap(told)),
  ]
}

const WITHOUT_BOXES: Readonly<Record<EntryPage["ship"], string>> = {
  own: "",
  generic: "Too little is known of it. Take what stands in for it, and tick another box only if it complains.",
  "needs-no-key": "It needs no key. Make none for it; a key that nothing else uses can go.",
  discontinued: "It was discontinued. A key made for it can probably go.",
}

function verdictLines({ ship, standIns, sheet }: EntryPage): string[] {
  if (sheet)
    return [
      ...wrapped(sheet.headline),
      ...wrapped(sheet.detail),
      ...sheet.dangers.flatMap((danger) => wrapped(danger, "! ")),
    ]
  const pointers = standIns.map(
    ({ id, title, needs }) => `  ${id.padEnd(22)}  ${title}: ${countOf(needs.length, "box", "boxes")}`,
  )
  return [...wrapped(WITHOUT_BOXES[ship]), ...section("What stands in for it", pointers)]
}

/** Ends with a line break. */
export function entryAsText(page: EntryPage): string {
  const { title, summary, notes, sheet } = page
  const lines = [
    ...wrapped(title),
    ...wrapped(summary),
    "",
    ...verdictLines(page),
    ...section("What to tick, in the order of Kraken's key screen", sheet ? rowLines(sheet.rows) : []),
    ...section("Only if you use it", sheet ? featureLines(sheet) : []),
    ...section("Limits", sheet ? limitLines(sheet) : []),
    ...section("Good to know", notes === null || page.source === null ? [] : wrapped(notes, "  ")),
    ...section("How this is known", sourceLines(page)),
  ]
  return `${lines.join("\n")}\n`
}

const SHIP_WORDS: Readonly<Record<EntrySummary["ship"], string>> = {
  own: "",
  generic: "too little known",
  "needs-no-key": "needs no key",
  discontinued: "discontinued",
}

/** One line an entry: its id, what it asks for and needs, its title. Ends with a line break. */
export function entriesAsText(entries: readonly EntrySummary[]): string {
  const widest = Math.max(0, ...entries.map(({ id }) => id.length))
  const lines = entries.map(({ id, title, ship, asks, needs }) => {
    const count = needs === null ? SHIP_WORDS[ship] : `${String(asks?.length ?? "-").padStart(2)} -> ${needs.length}`
    return `${id.padEnd(widest)}  ${count.padEnd(16)}  ${title}`
  })
  return `${lines.join("\n")}\n`
}
