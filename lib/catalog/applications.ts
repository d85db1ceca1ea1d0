import { type Application, purposeFrom } from "./application-schema"
import dcaBots from "./applications/dca-bot.json" with { type: "json" }
import portfolios from "./applications/portfolio.json" with { type: "json" }
import taxTools from "./applications/tax.json" with { type: "json" }
import tradingBots from "./applications/trading-bot.json" with { type: "json" }
import type { Purpose } from "./purpose"

/** One file for each category; its name is the category. */
const FILES = {
  tax: taxTools as Application[],
  portfolio: portfolios as Application[],
  "trading-bot": tradingBots as Application[],
  "dca-bot": dcaBots as Application[],
} satisfies Partial<Record<Purpose["category"], Application[]>>

const inCategory = (category: keyof typeof FILES): Purpose[] =>
  FILES[category].map((application) => purposeFrom(application, category))

/** Applications by name: what each calls or asks for, by its own documentation or code. */
export const APPLICATIONS: readonly Purpose[] = Object.freeze([
  ...inCategory("tax"),
  ...inCategory("portfolio"),
  ...inCategory("trading-bot"),
  ...inCategory("dca-bot"),
])
