/** Forty keys as an account collects them over the years: dangerous, trimmed, unread, refused; five names have all 32 characters. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { KeySpec } from "@/lib/sandbox/sandbox-key"

/** How far Keytrim got with a key: read well, not asked yet, asked in vain, or asked in vain after a good reading. */
type Progress = "read" | "unread" | "unavailable" | "unavailable-later"

export interface FleetKey {
  readonly spec: KeySpec
  readonly purposeIds: readonly string[]
  readonly progress: Progress
}

interface Kind {
  readonly permissions: readonly PermissionId[]
  readonly purposeIds: readonly string[]
  readonly limits?: Partial<KeySpec>
  readonly progress?: Progress
}

const TAX: PermissionId[] = ["query-funds", "query-closed-trades", "query-ledger"]
const READING: PermissionId[] = ["query-funds", "query-open-trades", "query-closed-trades"]
const TRADING: PermissionId[] = [...READING, "modify-trades", "close-trades"]
const BOUND = { ipAllowlist: ["127.0.0.1"], expiresInDays: 80 }

const KINDS = {
  "tax, can withdraw": { permissions: [...TAX, "export-data", "withdraw-funds"], purposeIds: ["koinly"] },
  "tax, trimmed": { permissions: TAX, purposeIds: ["koinly"], limits: BOUND },
  "tax, not read": { permissions: TAX, purposeIds: [], progress: "unread" },
  "tracker, one box too many": {
    permissions: ["query-funds", "query-ledger"],
    purposeIds: ["moneymoney"],
    limits: BOUND,
  },
  "tracker, trimmed": { permissions: ["query-funds"], purposeIds: ["moneymoney"], limits: BOUND },
  "tracker, out of reach": { permissions: READING, purposeIds: [], limits: BOUND, progress: "unavailable" },
  "bot from anywhere": { permissions: TRADING, purposeIds: ["generic-trading-bot"] },
  "bot, trimmed": { permissions: TRADING, purposeIds: ["freqtrade"], limits: BOUND },
  "bot, failed since": {
    permissions: TRADING,
    purposeIds: ["freqtrade"],
    limits: BOUND,
    progress: "unavailable-later",
  },
  "script without a purpose": { permissions: [...READING, "create-ws-token"], purposeIds: [], limits: BOUND },
  "withdrawal with new addresses": {
    permissions: ["query-funds", "withdraw-funds", "add-withdraw-address"],
    purposeIds: ["withdrawal-key"],
    limits: { expiresInDays: 90 },
  },
  "market maker": {
    permissions: ["query-funds", "query-open-trades", "modify-trades", "close-trades", "create-ws-token"],
    purposeIds: ["market-making"],
    limits: { ...BOUND, nonceWindow: 60_000 },
  },
} as const satisfies Record<string, Kind>

type KindName = keyof typeof KINDS

const ROWS: readonly (readonly [name: string, kind: KindName, ageDays: number])[] = [
  ["koinly tax years 2021-2023 (old)", "tax, can withdraw", 1_300],
  ["PORTFOLIO_TRACKER_FAMILY_2024_V2", "tracker, one box too many", 420],
  ["freqtrade staging on hetzner-fsn", "bot, failed since", 40],
  ["old bot", "bot from anywhere", 1_900],
  ["own script", "script without a purpose", 3],
  ["withdraw (ledger)", "withdrawal with new addresses", 64],
  ["moneymoney", "tracker, trimmed", 12],
  ["moneymoney wife", "tracker, trimmed", 12],
  ["tax 2020", "tax, trimmed", 70],
  ["tax 2021", "tax, trimmed", 70],
  ["tax 2022", "tax, not read", 1],
  ["tax 2023", "tax, not read", 1],
  ["tax 2024", "tax, can withdraw", 380],
  ["tax advice Brandenburg & Partner", "tax, not read", 1],
  ["desk A momentum", "bot from anywhere", 510],
  ["desk A mean reversion", "bot, trimmed", 20],
  ["desk A grid", "bot, trimmed", 21],
  ["desk A arbitrage spot+futures #1", "bot from anywhere", 505],
  ["desk B momentum", "bot, trimmed", 30],
  ["desk B grid", "bot, failed since", 31],
  ["desk B market maker", "market maker", 15],
  ["desk B market maker 2", "market maker", 15],
  ["treasury sweep", "withdrawal with new addresses", 200],
  ["treasury balance", "tracker, trimmed", 44],
  ["treasury report", "tracker, one box too many", 44],
  ["payout runner", "withdrawal with new addresses", 90],
  ["research notebook", "script without a purpose", 150],
  ["research export", "script without a purpose", 151],
  ["intern summer 2024", "script without a purpose", 480],
  ["grafana", "tracker, trimmed", 33],
  ["grafana staging", "tracker, out of reach", 1],
  ["status page", "tracker, trimmed", 60],
  ["mobile app", "tracker, one box too many", 75],
  ["dca weekly", "bot, trimmed", 10],
  ["dca monthly", "bot, trimmed", 11],
  ["rebalancer", "bot from anywhere", 610],
  ["backup of rebalancer", "bot from anywhere", 612],
  ["audit 2025", "tax, trimmed", 25],
  ["audit 2026", "tax, not read", 1],
  ["do not delete!", "tax, can withdraw", 2_100],
]

function fleetKey([name, kindName, ageDays]: (typeof ROWS)[number], at: number): FleetKey {
  const { permissions, purposeIds, limits = {}, progress = "read" }: Kind = KINDS[kindName]
  return { spec: { id: `fleet-${at}`, name, lesson: kindName, permissions, ageDays, ...limits }, purposeIds, progress }
}

export const FORTY_KEYS: readonly FleetKey[] = ROWS.map(fleetKey)

/** A tax tool, a tracker, two bots, an own script and a withdrawal key. */
export const SIX_KEYS: readonly FleetKey[] = FORTY_KEYS.slice(0, 6)
