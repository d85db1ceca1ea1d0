/** What to tick for an application, in the terminal: stdout holds the text, stderr what went wrong. */
import { ENTRIES, entryPage, namesOf, summariseEntry } from "@/lib/audit/entries"
import { entriesAsText, entryAsText } from "@/lib/audit/entry-text"
import { entryNamed, nearestEntries } from "@/lib/catalog/find-entries"

export const EXIT = { shown: 0, wrongUsage: 3 } as const

const SUGGESTIONS_MAX = 5

const USAGE = `Usage: npm run --silent apps -- [NAME]

Prints which boxes of Kraken's key screen to tick for an application, and why. Needs no key and sends nothing.
NAME is what the application is called, such as koinly or "humming bot"; without it all are listed, with what each asks for and needs.

Exit status: 0 printed · 3 no application of that name.
`

const findable = () =>
  ENTRIES.map((entry) => ({ entry, id: entry.told.id, title: entry.told.title, aliases: namesOf(entry) }))

/** The name is not repeated: something else than a name may have been typed by mistake. */
function notFound(name: string): number {
  const near = nearestEntries(findable(), name, SUGGESTIONS_MAX)
  const lines = near.map(({ id, title }) => `  ${id.padEnd(28)}  ${title}`)
  const hint = near.length > 0 ? ["Did you mean:", ...lines] : ["Without a name all are listed."]
  process.stderr.write(
    `${["Keytrim knows no application of that name.", ...hint, "For what is not listed: generic-tax, generic-portfolio, generic-trading-bot."].join("\n")}\n`,
  )
  return EXIT.wrongUsage
}

/** Answers the words behind `npm run apps --` and returns the exit status. */
export function apps(words: readonly string[]): number {
  if (words.includes("--help")) {
    process.stdout.write(USAGE)
    return EXIT.shown
  }
  const name = words.join(" ")
  if (name.startsWith("-")) {
    process.stderr.write(USAGE)
    return EXIT.wrongUsage
  }
  if (name.trim() === "") {
    process.stdout.write(entriesAsText(ENTRIES.map(summariseEntry)))
    return EXIT.shown
  }
  const found = entryNamed(findable(), name)
  if (!found) return notFound(name)
  process.stdout.write(entryAsText(entryPage(found.entry)))
  return EXIT.shown
}
