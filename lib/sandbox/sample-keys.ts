import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { KeySpec } from "./sandbox-key"

/** A key of the sample account, with what a person would say it is for. The product asks; it never fills this in. */
export interface SampleKey extends KeySpec {
  readonly purposeId: string
}

const HERE = ["127.0.0.1"]

const TAX: PermissionId[] = ["query-funds", "query-closed-trades", "query-ledger"]
const READ_ONLY: PermissionId[] = ["query-funds", "query-open-trades", "query-closed-trades"]
const BOT: PermissionId[] = [...READ_ONLY, "modify-trades", "close-trades"]
/** What the picture on Hummingbot's own page shows ticked. */
const HUMMINGBOT: PermissionId[] = [
  ...BOT,
  "withdraw-funds",
  "earn-funds",
  "query-ledger",
  "export-data",
  "create-ws-token",
]

/** Each key is wrong in a way of its own, except MoneyMoney's, which is right. All but the office server's work from this machine. */
export const SAMPLE_KEYS: readonly SampleKey[] = Object.freeze([
  {
    id: "koinly",
    name: "koinly 2023",
    purposeId: "koinly",
    lesson: "A tax tool only reads, yet this key can also send funds away, from anywhere.",
    permissions: [...TAX, "export-data", "withdraw-funds"],
    ageDays: 900,
  },
  {
    id: "old-bot",
    name: "old bot",
    purposeId: "generic-trading-bot",
    lesson: "Made years ago and never limited: whoever finds it on an old server can trade from anywhere.",
    permissions: BOT,
    ageDays: 1_900,
  },
  {
    id: "withdraw-ledger",
    name: "withdraw (ledger)",
    purposeId: "withdrawal-key",
    lesson: "It can save a new withdrawal address and send everything there. The two belong apart.",
    permissions: ["query-funds", "withdraw-funds", "add-withdraw-address"],
    ageDays: 64,
    expiresInDays: 90,
  },
  {
    id: "hummingbot",
    name: "hummingbot",
    purposeId: "hummingbot",
    lesson: "All that the bot's page shows ticked. Its code never uses four of the ten boxes, Withdraw among them.",
    permissions: HUMMINGBOT,
    ageDays: 40,
    expiresInDays: 60,
    ipAllowlist: HERE,
  },
  {
    id: "all-in-one",
    name: "dca buy and withdraw",
    purposeId: "deltabadger-trading",
    lesson: "One key that both trades and withdraws. Two keys would halve what a thief of either can do.",
    permissions: [...BOT, "query-ledger", "withdraw-funds"],
    ageDays: 45,
    expiresInDays: 75,
    ipAllowlist: HERE,
  },
  {
    id: "moneymoney",
    name: "MoneyMoney",
    purposeId: "moneymoney",
    lesson: "This one is right: the one box that it needs, from this machine only, and with an end.",
    permissions: ["query-funds"],
    ageDays: 12,
    expiresInDays: 80,
    ipAllowlist: HERE,
  },
  {
    id: "freqtrade",
    name: "freqtrade",
    purposeId: "freqtrade",
    lesson: "Trimmed too far: without Query closed orders & trades the bot cannot see its finished orders.",
    permissions: ["query-funds", "query-open-trades", "modify-trades", "close-trades"],
    ageDays: 20,
    expiresInDays: 70,
    ipAllowlist: HERE,
  },
  {
    id: "rotki",
    name: "rotki laptop",
    purposeId: "rotki",
    lesson: "The boxes are right, but it expires in six days, and the program will stop working then.",
    permissions: TAX,
    ageDays: 84,
    expiresInDays: 6,
    ipAllowlist: HERE,
  },
  {
    id: "expired-tax",
    name: "tax advisor",
    purposeId: "generic-tax",
    lesson: "It expired three weeks ago. Kraken answers as if there were no such key.",
    permissions: TAX,
    ageDays: 200,
    expiresInDays: -21,
    ipAllowlist: HERE,
  },
  {
    id: "dashboard-2fa",
    name: "dashboard (2FA)",
    purposeId: "read-only-dashboard",
    lesson: "A password of its own guards every call, which is good. Export data is still one box too many.",
    permissions: [...READ_ONLY, "export-data"],
    ageDays: 30,
    expiresInDays: 60,
    ipAllowlist: HERE,
    otp: "static",
  },
  {
    id: "market-maker",
    name: "market maker",
    purposeId: "market-making",
    lesson: "Its nonce window lets calls of the last minute be sent once more by someone who listened in.",
    permissions: ["query-funds", "query-open-trades", "modify-trades", "close-trades", "create-ws-token"],
    ageDays: 15,
    expiresInDays: 45,
    ipAllowlist: HERE,
    nonceWindow: 60_000,
  },
  {
    id: "unknown-word",
    name: "beta tester",
    purposeId: "balances",
    lesson: "Its list holds a word that nobody knows. Until it is known, it has to count as dangerous.",
    permissions: ["query-funds", "sample-new-permission"],
    ageDays: 5,
    expiresInDays: 85,
    ipAllowlist: HERE,
  },
  {
    id: "office-server",
    name: "office server",
    purposeId: "read-only-dashboard",
    lesson: "It works only from an office's address. From here it is refused, and so would a thief's call be.",
    permissions: READ_ONLY,
    ageDays: 50,
    expiresInDays: 40,
    ipAllowlist: ["192.0.2.10"],
  },
] satisfies SampleKey[])
