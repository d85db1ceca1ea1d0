import type { Confidence } from "./confidence"
import type { PermissionId } from "./permission-ids"
import { POWERS, type Power } from "./powers"
import type { Source } from "./purpose"

/** The groups of Kraken's key screen, in its order and words; `labelCertain` is false where the words are ours. */
export const GROUPS = [
  { id: "funds", label: "Funds permissions", labelCertain: true },
  { id: "orders-and-trades", label: "Orders and trades", labelCertain: true },
  { id: "data", label: "Data", labelCertain: true },
  { id: "websocket", label: "WebSocket interface", labelCertain: true },
  { id: "withdrawal-addresses", label: "Withdrawal addresses", labelCertain: false },
] as const
export type GroupId = (typeof GROUPS)[number]["id"]

export interface Permission {
  readonly id: PermissionId
  /** Exactly what stands beside the box on Kraken's key screen today. */
  readonly label: string
  /** Says which box is meant where the group is not in sight: "Query" alone could be anything. */
  readonly shortLabel: string
  /** Kraken's reference name, group included. */
  readonly fullLabel: string
  /** Names under which the same box is known from older screens, guides and bots. */
  readonly formerLabels: readonly string[]
  readonly group: GroupId
  readonly power: Power
  readonly allows: string
  readonly thief: string
  /** false where nobody has shown how the box is worded or where it stands; then `labelNote` says so. */
  readonly labelCertain: boolean
  readonly labelNote: string | null
  readonly confidence: Confidence
  readonly source: Source
}

const KEY_INFO_REFERENCE: Source = {
  url: "https://docs.kraken.com/api-reference/account-data/get-api-key-info",
  date: "2026-05-27",
  seen: "2026-08",
}

const ADDRESS_LABEL_NOTE =
  "Kraken's reference names this permission, but where the key screen shows it, and in which exact words, is not confirmed."

const named = { labelCertain: true, labelNote: null, confidence: "official", source: KEY_INFO_REFERENCE } as const
const unseen = { ...named, labelCertain: false, labelNote: ADDRESS_LABEL_NOTE, confidence: "official-unclear" } as const

/** The 13 permissions of a Kraken spot key, in the order of Kraken's screen. */
export const PERMISSIONS: readonly Permission[] = Object.freeze<Permission[]>([
  {
    id: "query-funds",
    label: "Query",
    shortLabel: "Query funds",
    fullLabel: "Funds permissions – Query",
    formerLabels: ["Query Funds"],
    group: "funds",
    power: "reads",
    allows:
      "See balances, deposits and, through the newer funding interface, saved withdrawal addresses; it cannot trade or withdraw.",
    thief:
      "Learn how much you own and where you withdraw to, which helps a targeted scam. By Kraken's documents they could also shift funds from your Spot to your own Futures wallet and cancel Kraken Pay transfers. Nothing can be taken out of your account.",
    ...named,
  },
  {
    id: "add-funds",
    label: "Deposit",
    shortLabel: "Deposit funds",
    fullLabel: "Funds permissions – Deposit",
    formerLabels: ["Deposit Funds"],
    group: "funds",
    power: "moves-funds-in",
    allows: "Look up ways to deposit, claim deposit addresses and create Kraken Pay payment requests.",
    thief: "Claim new deposit addresses or send payment requests in your name. Funds can come in this way, not go out.",
    ...named,
  },
  {
    id: "withdraw-funds",
    label: "Withdraw",
    shortLabel: "Withdraw funds",
    fullLabel: "Funds permissions – Withdraw",
    formerLabels: ["Withdraw Funds"],
    group: "funds",
    power: "moves-funds-out",
    allows:
      "Send funds to withdrawal addresses that are saved in the account, and move them between a main account and its subaccounts.",
    thief:
      "Send your balance to any address already saved in the account. With Query as well, Kraken's documents also allow Kraken Pay transfers and payment links; with Add withdrawal addresses, any address at all.",
    ...named,
  },
  {
    id: "earn-funds",
    label: "Earn",
    shortLabel: "Earn",
    fullLabel: "Funds permissions – Earn",
    formerLabels: [],
    group: "funds",
    power: "locks-funds",
    allows: "Put funds into Kraken's Earn programmes and take them out again.",
    thief:
      "Move your funds into or out of Earn, so that you cannot use them when you need them. They stay in your account.",
    ...named,
  },
  {
    id: "query-open-trades",
    label: "Query open orders & trades",
    shortLabel: "Query open orders & trades",
    fullLabel: "Orders and trades – Query open orders & trades",
    formerLabels: ["Query Open Orders & Trades"],
    group: "orders-and-trades",
    power: "reads",
    allows: "See open orders, open positions and the trade balance.",
    thief: "See your open orders and positions, and trade around them. It cannot change them.",
    ...named,
  },
  {
    id: "query-closed-trades",
    label: "Query closed orders & trades",
    shortLabel: "Query closed orders & trades",
    fullLabel: "Orders and trades – Query closed orders & trades",
    formerLabels: ["Query Closed Orders & Trades"],
    group: "orders-and-trades",
    power: "reads",
    allows: "See past orders and the history of trades.",
    thief: "Read your trading history: what you bought and sold, when and at what price. It cannot change anything.",
    ...named,
  },
  {
    id: "modify-trades",
    label: "Create & modify orders",
    shortLabel: "Create & modify orders",
    fullLabel: "Orders and trades – Create & modify orders",
    formerLabels: ["Modify Orders", "Create & Modify Orders"],
    group: "orders-and-trades",
    power: "trades",
    allows: "Place orders of any size in any market, change them and, by Kraken's reference, cancel them.",
    thief:
      "Trade your balance away: make your account buy rarely traded coins from theirs at bad prices, over and over. That takes no withdrawal, and Kraken does not limit a key to certain pairs or amounts.",
    ...named,
  },
  {
    id: "close-trades",
    label: "Cancel & close orders",
    shortLabel: "Cancel & close orders",
    fullLabel: "Orders and trades – Cancel & close orders",
    formerLabels: ["Cancel/Close Orders"],
    group: "orders-and-trades",
    power: "cancels",
    allows: "Cancel open orders and, by Kraken's reference, amend them.",
    thief:
      "Cancel your orders, including those that limit a loss, or stop a bot's work. By Kraken's reference this box alone may also amend open orders; it cannot place new ones.",
    ...named,
  },
  {
    id: "query-ledger",
    label: "Query ledger entries",
    shortLabel: "Query ledger entries",
    fullLabel: "Data – Query ledger entries",
    formerLabels: ["Query Ledger Entries"],
    group: "data",
    power: "reads",
    allows: "See every entry of the account's ledger, including past deposits and withdrawals.",
    thief:
      "Read everything that ever came into or left the account, which helps a targeted scam. It cannot change anything.",
    ...named,
  },
  {
    id: "export-data",
    label: "Export data",
    shortLabel: "Export data",
    fullLabel: "Data – Export data",
    formerLabels: ["Export Data"],
    group: "data",
    power: "exports",
    allows: "Create, download and delete export reports of trades and ledger entries.",
    thief:
      "Download your whole trade and ledger history as files, or delete reports you made. It cannot touch funds or orders.",
    ...named,
  },
  {
    id: "create-ws-token",
    label: "WebSocket interface",
    shortLabel: "WebSocket interface",
    fullLabel: "WebSocket interface – On",
    formerLabels: ["Access WebSockets API", "Access WebSocket API", "Get WebSocket Token"],
    group: "websocket",
    power: "opens-stream",
    allows: "Get a token that opens a live connection to the account.",
    thief:
      "Open a live connection that stays up as long as it is not closed. It asks for no two-factor code, even where the key has one, so a key that may trade can trade there without it.",
    ...named,
  },
  {
    id: "add-withdraw-address",
    label: "Add withdrawal addresses",
    shortLabel: "Add withdrawal addresses",
    fullLabel: "Funds permissions – Add withdrawal addresses",
    formerLabels: [],
    group: "withdrawal-addresses",
    power: "changes-addresses",
    allows:
      "Save new withdrawal addresses, which count as verified at once, without a confirming e-mail; by Kraken's reference also rename and delete saved ones.",
    thief:
      "Save their own address as a verified one, without an e-mail to you. With Withdraw in the same key, or in another stolen one, everything can go there.",
    ...unseen,
  },
  {
    id: "update-withdraw-address",
    label: "Update withdrawal addresses",
    shortLabel: "Update withdrawal addresses",
    fullLabel: "Update withdrawal addresses",
    formerLabels: [],
    group: "withdrawal-addresses",
    power: "changes-addresses",
    allows:
      "Update or remove saved withdrawal addresses without a confirming e-mail; Kraken does not say exactly which calls this opens.",
    thief:
      "Probably change or remove saved withdrawal addresses without an e-mail to you. Kraken does not document the limits, so treat it as dangerous together with Withdraw.",
    ...unseen,
  },
])

/** The row of one permission; the table holds all of them (a test says so). */
export function permissionById(id: PermissionId): Permission {
  const permission = PERMISSIONS.find((row) => row.id === id)
  if (!permission) throw new Error(`no permission ${id} in the table`)
  return permission
}

/** Position of a permission's power among POWERS: 0 is the worst. */
export function harmRank(id: PermissionId): number {
  return POWERS.indexOf(permissionById(id).power)
}

/** The 13 permissions, most harmful first; within one power in the order of Kraken's screen. */
export const harmOrder: readonly PermissionId[] = PERMISSIONS.map((row) => row.id).sort(
  (left, right) => harmRank(left) - harmRank(right),
)
