import { type ApplicationEntry, entryFrom } from "./application-entry"
import type { Application } from "./application-schema"
import automation from "./applications/automation.json" with { type: "json" }
import custody from "./applications/custody.json" with { type: "json" }
import dcaBots from "./applications/dca-bot.json" with { type: "json" }
import ownScripts from "./applications/own-script.json" with { type: "json" }
import portfolios from "./applications/portfolio.json" with { type: "json" }
import taxTools from "./applications/tax.json" with { type: "json" }
import terminals from "./applications/terminal.json" with { type: "json" }
import tradingBots from "./applications/trading-bot.json" with { type: "json" }
import type { Purpose } from "./purpose"

/** One file for each category; its name is the category. */
const FILES = {
  tax: taxTools as Application[],
  portfolio: portfolios as Application[],
  "trading-bot": tradingBots as Application[],
  "dca-bot": dcaBots as Application[],
  terminal: terminals as Application[],
  automation: automation as Application[],
  "own-script": ownScripts as Application[],
  custody: custody as Application[],
} satisfies Partial<Record<Purpose["category"], Application[]>>

type Category = keyof typeof FILES
const CATEGORIES = Object.keys(FILES) as Category[]

/** Every application that we know by name, whether a key can have it as its purpose, needs another one, or needs not exist. */
export const APPLICATION_ENTRIES: readonly ApplicationEntry[] = Object.freeze(
  CATEGORIES.flatMap((category) => FILES[category].map((row) => entryFrom(row, category))),
)

/** Applications that a key can be for: what each calls or asks for, by its own documentation or code. */
export const APPLICATIONS: readonly Purpose[] = Object.freeze(
  APPLICATION_ENTRIES.flatMap((entry) => (entry.ship === "own" ? [entry.purpose] : [])),
)

export function applicationEntryById(id: string): ApplicationEntry | undefined {
  return APPLICATION_ENTRIES.find((entry) => entry.id === id)
}
