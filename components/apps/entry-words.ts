/** What the table of applications and their pages call things. */
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"

const CATEGORIES: Readonly<Record<string, string>> = {
  tax: "Tax",
  portfolio: "Portfolio",
  "trading-bot": "Trading bots",
  "dca-bot": "Regular buying",
  terminal: "Terminals",
  automation: "Automation",
  "own-script": "Own scripts",
  custody: "Custody",
  funding: "Deposits and withdrawals",
  other: "Other",
}

/** All categories in the order in which they are shown. */
export const CATEGORY_ORDER: readonly string[] = Object.keys(CATEGORIES)

export function categoryName(category: string): string {
  return CATEGORIES[category] ?? category
}

const SHIPS: Readonly<Record<EntrySummary["ship"], string>> = {
  own: "",
  generic: "Too little known",
  "needs-no-key": "Needs no key",
  discontinued: "Discontinued",
}

/** What is to be said instead of a number of boxes; "" where there is one. */
export function shipWords(ship: EntrySummary["ship"]): string {
  return SHIPS[ship]
}

const KINDS: Readonly<Record<EntrySummary["kind"], string>> = {
  application: "",
  "use-case": "Kraken’s own use case",
  "stand-in": "For what is not listed",
}

export function kindWords(kind: EntrySummary["kind"]): string {
  return KINDS[kind]
}
