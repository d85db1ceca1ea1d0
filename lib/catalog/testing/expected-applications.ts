/** What was found about each application, written down apart from the files, so that a slip in one of the two shows. */
import type { PermissionId } from "../permission-ids"

const ORDERS = ["query-open-trades", "query-closed-trades"] as const
const TRADING = [...ORDERS, "modify-trades", "close-trades"] as const

interface Expected {
  readonly least: readonly PermissionId[]
  /** What its page asks for beyond the least set; null where it names no boxes. */
  readonly over: readonly PermissionId[] | null
  /** What features that a person may leave unused need in addition. */
  readonly optional?: readonly PermissionId[]
}

/** What each was found to need: the files hold calls, from which this has to come out. */
export const OWN: Readonly<Record<string, Expected>> = {
  koinly: { least: ["query-funds", "query-closed-trades", "query-ledger", "export-data"], over: [] },
  "tax-tool": { least: ["query-funds", "query-ledger", "export-data"], over: [], optional: ["query-closed-trades"] },
  serenai: { least: ["query-closed-trades", "query-ledger"], over: ["export-data"] },
  "dali-rp2": { least: ["query-closed-trades", "query-ledger"], over: null },
  rotki: { least: ["query-funds", "query-closed-trades", "query-ledger"], over: ["query-open-trades"] },
  sure: { least: ["query-funds", "query-closed-trades"], over: [], optional: ["query-ledger"] },
  moneymoney: { least: ["query-funds"], over: [] },
  "lunch-money": { least: ["query-funds"], over: [] },
  flitch: { least: ["query-funds", ...ORDERS, "query-ledger"], over: [] },
  tiltless: { least: ["query-funds", ...ORDERS], over: [] },
  "btc-tracker": { least: ["query-funds", "query-closed-trades"], over: null },
  "deltabadger-trading": { least: ["query-funds", ...TRADING, "query-ledger"], over: [] },
  "deltabadger-withdrawal": { least: ["query-funds", "withdraw-funds"], over: [] },
  "stacking-sats-kraken": { least: ["query-funds", "modify-trades"], over: [], optional: ["withdraw-funds"] },
  "adocquin-kraken-dca": { least: ["query-funds", ...ORDERS, "modify-trades"], over: [] },
  "bitcoin-dca": { least: ["query-funds", ...TRADING], over: null, optional: ["withdraw-funds"] },
  // Its page counts Withdraw among what it asks for, its code uses it only for those who want withdrawals.
  "wslyvh-kraken-dca": {
    least: ["query-funds", "modify-trades"],
    over: ["withdraw-funds"],
    optional: ["withdraw-funds"],
  },
  "thomas-mcinally-kraken-dca": { least: ["query-funds", "modify-trades"], over: null, optional: ["withdraw-funds"] },
  "infinity-grid": { least: ["query-funds", ...TRADING, "create-ws-token"], over: ["query-ledger"] },
  "kraken-rebalance-bot": { least: ["query-funds", "modify-trades"], over: null },
  hummingbot: {
    least: ["query-funds", ...TRADING, "create-ws-token"],
    over: ["withdraw-funds", "earn-funds", "query-ledger", "export-data"],
  },
  freqtrade: { least: ["query-funds", ...TRADING], over: null },
  nautilustrader: { least: ["query-funds", ...TRADING, "create-ws-token"], over: null },
  "quantconnect-lean": {
    least: ["query-funds", "query-open-trades", "modify-trades", "close-trades", "create-ws-token"],
    over: null,
  },
  "telegram-kraken-bot": {
    least: ["query-funds", ...TRADING],
    over: [
      "add-funds",
      "withdraw-funds",
      "earn-funds",
      "query-ledger",
      "export-data",
      "create-ws-token",
      "add-withdraw-address",
      "update-withdraw-address",
    ],
    optional: ["add-funds", "withdraw-funds"],
  },
  altrady: { least: ["query-funds", ...TRADING, "create-ws-token"], over: [] },
  byscript: { least: ["query-funds", ...TRADING, "query-ledger", "create-ws-token"], over: [] },
  smartrader: { least: ["query-funds", ...TRADING, "query-ledger"], over: [] },
  profitbird: { least: ["query-funds", ...TRADING], over: [] },
  "noon-barbari": { least: ["query-funds", ...TRADING], over: [] },
  "renesis-oems": { least: ["query-funds", ...TRADING, "query-ledger"], over: [] },
  "trading-technologies": { least: [...TRADING, "create-ws-token"], over: [] },
  coinrule: {
    least: ["query-funds", "query-closed-trades", "modify-trades"],
    over: [],
    optional: ["query-open-trades", "close-trades"],
  },
  "n8n-nodes-kraken": {
    least: ["query-funds", ...ORDERS],
    over: ["query-ledger"],
    optional: ["modify-trades", "close-trades"],
  },
  "kraken-cli-read-only": {
    least: ["query-funds", "query-open-trades"],
    over: [],
    optional: ["query-closed-trades", "query-ledger"],
  },
  "kraken-cli-trading": { least: ["query-funds", "modify-trades", "close-trades"], over: [], optional: [...ORDERS] },
  "kraken-cli-funding": { least: ["query-funds", "add-funds", "withdraw-funds"], over: [], optional: ["earn-funds"] },
  "kraken-wallet": {
    least: ["query-funds", "withdraw-funds", "add-withdraw-address", "update-withdraw-address"],
    over: ["add-funds"],
  },
  fireblocks: { least: ["query-funds", "add-funds", "withdraw-funds"], over: [], optional: [...TRADING] },
  dfns: { least: ["query-funds"], over: [] },
  "ibm-digital-asset-haven": { least: ["query-funds"], over: [] },
}

export const GENERIC = {
  "generic-tax": ["waltio", "recap", "divly", "coinpanda"],
  "generic-trading-bot": [
    "octobot",
    "bitsgap",
    "deltix",
    "cryptohopper",
    "gunbot",
    "wundertrading",
    "uncoded",
    "tabtrader",
  ],
  "withdrawal-key": ["dynamic"],
} as const
export const LIBRARIES = ["ccxt", "python-kraken-sdk"]
export const NEEDS_NO_KEY = ["koinx", "home-assistant", "ghostfolio", "bittytax"]
export const DISCONTINUED = ["gekko", "zenbot", "cryptowatch"]
export const NOTHING_FOUND = [
  ...["cointracker", "coinledger", "cointracking", "blockpit", "accointing", "zenledger", "tokentax", "delta"],
  ...["coinstats", "kubera", "3commas", "haasonline", "pionex", "superalgos", "jesse", "shrimpy", "quadency"],
  ...["capitalise-ai", "tradingview", "zapier", "bitbotfactory", "homey", "beancount", "firefly-iii"],
  ...["portfolio-performance", "signalbee"],
]
