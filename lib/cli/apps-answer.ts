/** What `npm run apps` answers. Pure, so that the command itself has nothing to do but print. */
import { ENTRIES, entryPage, namesOf, summariseEntry } from "@/lib/audit/entries"
import { entriesAsText, entryAsText } from "@/lib/audit/entry-text"
import { entryNamed, nearestEntries } from "@/lib/catalog/find-entries"

export interface Answer {
  readonly code: 0 | 3
  readonly stdout: string
  readonly stderr: string
}

const SUGGESTIONS_MAX = 5

const USAGE = `Usage: npm run --silent apps -- [NAME]

Prints which boxes of Kraken's key screen to tick for an application, and why. Needs no key and sends nothing.
NAME is what the application is called, such as koinly or "humming bot"; without it all are listed, with what each asks for and needs.

Exit status: 0 printed · 3 no application of that name.
`

const shown = (stdout: string): Answer => ({ code: 0, stdout, stderr: "" })
const refused = (stderr: string): Answer => ({ code: 3, stdout: "", stderr })

function findable() {
  return ENTRIES.map((entry) => ({ entry, id: entry.told.id, title: entry.told.title, aliases: namesOf(entry) }))
}

/** The name is not repeated: something else than a name may have been typed by mistake. */
function notFound(name: string): Answer {
  const near = nearestEntries(findable(), name, SUGGESTIONS_MAX)
  const lines = [
    "Keytrim knows no application of that name.",
    ...(near.length > 0 ? ["Did you mean:"] : ["Without a name all are listed."]),
    ...near.map(({ id, title }) => `  ${id.padEnd(28)}  ${title}`),
    "For what is not listed: generic-tax, generic-portfolio, generic-trading-bot.",
  ]
  return refused(`${lines.join("\n")}\n`)
}

/** Answers the words behind `npm run apps --`. */
export function answerApps(words: readonly string[]): Answer {
  if (words.includes("--help")) return shown(USAGE)
  const name = words.join(" ").trim()
  if (name.startsWith("-")) return refused(USAGE)
  if (name === "") return shown(entriesAsText(ENTRIES.map(summariseEntry)))
  const found = entryNamed(findable(), name)
  return found ? shown(entryAsText(entryPage(found.entry))) : notFound(name)
}
