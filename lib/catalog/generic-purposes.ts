import { always, defineUseCase, optional } from "./define-use-case"
import type { Purpose, Source } from "./purpose"

const REFERENCE: Source = { url: "https://docs.kraken.com/llms-full.txt", date: "2026-08-17", seen: "2026-08" }

const derived: Pick<Purpose, "asks" | "documented" | "confidence" | "source"> = {
  asks: null,
  documented: [],
  confidence: "low (derived by us)",
  source: REFERENCE,
}

/** For people whose program has no entry of its own. Each says that it is a derivation and what it was derived from. */
export const GENERIC_PURPOSES: readonly Purpose[] = Object.freeze([
  defineUseCase({
    ...derived,
    id: "generic-tax",
    title: "A tax tool (not listed)",
    category: "tax",
    summary: "Reads trades, deposits and withdrawals to work out taxes.",
    calls: always("/0/private/Balance", "/0/private/TradesHistory", "/0/private/Ledgers"),
    notes:
      "We do not know this tool. The set is what most tax tools that we looked at need: balances, past trades and the ledger. Some also ask for Export data: tick it only if the tool complains.",
    nameHints: ["tax", "taxes", "steuer", "impot", "accounting"],
  }),
  defineUseCase({
    ...derived,
    id: "generic-portfolio",
    title: "A portfolio tracker (not listed)",
    category: "portfolio",
    summary: "Shows what you own and what you bought it for.",
    calls: [
      ...always("/0/private/Balance", "/0/private/TradesHistory"),
      ...optional("/0/private/Ledgers", "/0/private/OpenOrders"),
    ],
    notes:
      "We do not know this tracker. Most that we looked at read balances and past trades; some only balances, some the ledger and open orders too.",
    nameHints: ["portfolio", "tracker", "networth"],
  }),
  defineUseCase({
    ...derived,
    id: "generic-trading-bot",
    title: "A trading bot (not listed)",
    category: "trading-bot",
    summary: "Places and cancels orders and follows them until they are done.",
    calls: [
      ...always(
        "/0/private/Balance",
        "/0/private/OpenOrders",
        "/0/private/ClosedOrders",
        "/0/private/AddOrder",
        "/0/private/CancelOrder",
      ),
      ...optional("/0/private/TradesHistory", "/0/private/Ledgers", "/0/private/GetWebSocketsToken"),
    ],
    keeps: [
      {
        permission: "close-trades",
        reason:
          "Kraken's pages disagree: to cancel, its guide asks for this box; its reference accepts Create & modify orders.",
      },
    ],
    notes:
      "We do not know this bot. The set is what most bots that we looked at ask for. No trading bot needs Withdraw.",
    nameHints: ["bot", "trading", "trader", "grid", "dca"],
  }),
  defineUseCase({
    ...derived,
    id: "withdrawal-key",
    title: "A key only for withdrawals",
    category: "funding",
    summary: "Sends funds to withdrawal addresses that are already saved in the account.",
    calls: always(
      "/0/private/Balance",
      "/0/private/WithdrawAddresses",
      "/0/private/WithdrawInfo",
      "/0/private/Withdraw",
    ),
    notes:
      "Keep withdrawing in a key of its own, apart from trading, and give it a strict list of IP addresses. Save the addresses by hand, so that the key need not add any.",
    nameHints: ["withdraw", "withdrawal", "payout", "cold storage", "sweep"],
  }),
])
