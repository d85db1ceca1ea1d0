import { always, defineUseCase } from "./define-use-case"
import type { PermissionId } from "./permission-ids"
import type { Purpose, Source } from "./purpose"

const GUIDE: Source = { url: "https://docs.kraken.com/exchange/guides/rest/api-keys", date: null, seen: "2026-08" }

const ALGORITHMIC_TRADING: PermissionId[] = ["query-funds", "query-open-trades", "modify-trades", "close-trades"]
const SUBACCOUNTS: PermissionId[] = ["query-funds", "modify-trades", "close-trades"]

const official = { confidence: "high (Kraken's own table)", source: GUIDE } as const

/** The use cases of Kraken's own guide to key permissions, in its order. `asks` is what the guide says. */
export const USE_CASES: readonly Purpose[] = Object.freeze([
  defineUseCase({
    id: "market-data",
    title: "Market data only",
    standing: "needs-no-key",
    category: "own-script",
    summary: "Reads prices and order books, which are public.",
    calls: [],
    documented: [],
    asks: [],
    notes: "Public data needs no key at all. If nothing else uses this key, it can go.",
    nameHints: ["market data", "prices", "ticker"],
    ...official,
  }),
  defineUseCase({
    id: "balances",
    title: "Read balances",
    category: "portfolio",
    summary: "Shows what is in the account.",
    calls: always("/0/private/Balance"),
    documented: [],
    asks: ["query-funds"],
    notes: null,
    nameHints: ["balance", "net worth"],
    ...official,
  }),
  defineUseCase({
    id: "order-history",
    title: "Read order history and positions",
    category: "portfolio",
    summary: "Shows open and past orders, trades and positions.",
    calls: always(
      "/0/private/OpenOrders",
      "/0/private/OpenPositions",
      "/0/private/ClosedOrders",
      "/0/private/TradesHistory",
    ),
    documented: [],
    asks: ["query-open-trades", "query-closed-trades"],
    notes: null,
    nameHints: ["order history", "positions"],
    ...official,
  }),
  defineUseCase({
    id: "algorithmic-trading",
    title: "Algorithmic spot trading",
    category: "trading-bot",
    summary: "A program of your own places, changes and cancels orders.",
    calls: [],
    documented: ALGORITHMIC_TRADING,
    asks: ALGORITHMIC_TRADING,
    notes:
      "Kraken leaves Query closed orders & trades out here. A program that also looks at finished orders or past trades needs it.",
    nameHints: ["algo"],
    ...official,
  }),
  defineUseCase({
    id: "market-making",
    title: "Market making",
    category: "trading-bot",
    summary: "A program quotes prices all the time and follows its orders over a live connection.",
    calls: [],
    documented: [...ALGORITHMIC_TRADING, "create-ws-token"],
    asks: [...ALGORITHMIC_TRADING, "create-ws-token"],
    notes: null,
    nameHints: ["market making", "market maker"],
    ...official,
  }),
  defineUseCase({
    id: "funding",
    title: "Deposits and withdrawals",
    category: "funding",
    summary: "Moves funds into and out of the account.",
    calls: [],
    documented: ["query-funds", "add-funds", "withdraw-funds"],
    asks: ["query-funds", "add-funds", "withdraw-funds"],
    notes:
      "Kraken's table covers both directions. A key that only withdraws does without Deposit. Kraken urges a strict list of IP addresses on every key that can withdraw.",
    nameHints: ["funding", "treasury"],
    ...official,
  }),
  defineUseCase({
    id: "read-only-dashboard",
    title: "Read-only dashboard",
    category: "portfolio",
    summary: "Shows balances and orders without touching either.",
    calls: always("/0/private/Balance", "/0/private/OpenOrders", "/0/private/ClosedOrders"),
    documented: [],
    asks: ["query-funds", "query-open-trades", "query-closed-trades"],
    notes: null,
    nameHints: ["dashboard", "monitor", "read only", "readonly", "read-only"],
    ...official,
  }),
  defineUseCase({
    id: "subaccounts",
    title: "Manage subaccounts",
    category: "other",
    summary: "An institution's main account works with its subaccounts.",
    calls: [],
    documented: SUBACCOUNTS,
    asks: SUBACCOUNTS,
    notes:
      "Kraken's pages disagree: the reference asks for Withdraw to create a subaccount and to move funds between accounts; the guides name only these boxes. Withdraw is left out: tick it only if the program is refused without it.",
    nameHints: ["subaccount", "sub-account", "sub account"],
    confidence: "low (Kraken's pages contradict each other)",
    source: GUIDE,
  }),
])
