import { describe, expect, it } from "vitest"
import { endpointFileSchema } from "./endpoint-schema"
import { callByName, ENDPOINTS, endpointByPath } from "./endpoints"
import endpointFile from "./endpoints.json" with { type: "json" }
import { type Need, satisfies } from "./need"
import { PERMISSION_IDS, type PermissionId } from "./permission-ids"

const nameOf = ({ path, method }: { path: string; method: string }): string =>
  path.startsWith("/0/private/") ? path.slice("/0/private/".length) : `${method} ${path}`

/** Kraken's reference once more, typed in by permission instead of by call. */
const CALLS_BY_NEED: readonly (readonly [Need, readonly string[]])[] = [
  [{ allOf: [] }, ["GetApiKeyInfo", "Earn/Strategies"]],
  ["query-funds", ["Balance", "BalanceEx", "CreditLines", "TradeVolume", "DepositAddresses", "DepositStatus"]],
  ["query-funds", ["Earn/Allocations", "WalletTransfer", "Pay/request/cancel", "Pay/transfer/cancel"]],
  [
    "query-funds",
    ["Pay/paylink/get", "Pay/paylink/config", "GET /funding/v1/addresses", "GET /funding/v1/withdrawals"],
  ],
  ["query-funds", ["GET /funding/v1/deposits", "GET /funding/v2/deposit/addresses", "GET /funding/v1/networks"]],
  ["query-funds", ["GET /funding/v1/methods/{direction}", "GET /funding/v1/assets/{direction}"]],
  ["query-funds", ["GET /funding/v1/fees/{method_id}", "GET /funding/v1/limits/deposit/{asset_class}/{asset}"]],
  ["query-funds", ["GET /funding/v1/limits/withdrawal/{asset_class}/{asset}"]],
  ["query-open-trades", ["OpenOrders", "OpenPositions", "TradeBalance", "Level3", "GetOtcActiveQuotes"]],
  ["query-open-trades", ["GetOtcHistoricalQuotes", "GetOtcExposures", "GetPrimeSettlementBatch"]],
  ["query-open-trades", ["ListPrimeSettlementBatches"]],
  ["query-closed-trades", ["ClosedOrders", "TradesHistory", "QueryTrades"]],
  [{ anyOf: ["query-open-trades", "query-closed-trades"] }, ["QueryOrders", "OrderAmends"]],
  ["query-ledger", ["Ledgers", "QueryLedgers"]],
  ["export-data", ["AddExport", "ExportStatus", "RetrieveExport", "RemoveExport"]],
  ["modify-trades", ["AddOrder", "CreateOtcQuoteRequest", "UpdateOtcQuote", "CreatePrimeSettlementBatch"]],
  ["modify-trades", ["SettlePrimeSettlementBatchAsset"]],
  [{ anyOf: ["modify-trades", "close-trades"] }, ["AmendOrder", "CancelOrder", "CancelOrderBatch", "CancelAll"]],
  [{ anyOf: ["modify-trades", "close-trades"] }, ["CancelAllOrdersAfter"]],
  [{ allOf: ["modify-trades", "close-trades"] }, ["AddOrderBatch", "EditOrder"]],
  ["create-ws-token", ["GetWebSocketsToken"]],
  [{ allOf: ["query-funds", "add-funds"] }, ["DepositMethods", "GetOtcPairs", "CheckOtcClient"]],
  ["add-funds", ["Pay/request/create", "PUT /funding/v1/deposit/address"]],
  [{ allOf: ["query-funds", "withdraw-funds"] }, ["WithdrawMethods", "WithdrawAddresses", "WithdrawInfo"]],
  [{ allOf: ["query-funds", "withdraw-funds"] }, ["Pay/transfer/create", "Pay/paylink/create"]],
  [
    "withdraw-funds",
    ["Withdraw", "CreateSubaccount", "AccountTransfer", "POST /funding/v1/withdrawals", "WithdrawCancel"],
  ],
  [{ anyOf: ["withdraw-funds", "query-ledger"] }, ["WithdrawStatus"]],
  ["earn-funds", ["Earn/Allocate", "Earn/Deallocate"]],
  [{ anyOf: ["earn-funds", "query-funds"] }, ["Earn/AllocateStatus", "Earn/DeallocateStatus"]],
  ["add-withdraw-address", ["POST /funding/v1/addresses", "PUT /funding/v1/addresses/{id}"]],
  ["add-withdraw-address", ["DELETE /funding/v1/addresses/{id}"]],
]

const OTHER_READINGS: Readonly<Record<string, Need>> = {
  TradeBalance: "query-funds",
  TradesHistory: { anyOf: ["query-open-trades", "query-closed-trades"] },
  QueryTrades: { anyOf: ["query-open-trades", "query-closed-trades"] },
  AddOrderBatch: "modify-trades",
  EditOrder: "modify-trades",
  AmendOrder: "modify-trades",
  CancelOrder: "close-trades",
  CancelOrderBatch: "close-trades",
  CancelAll: "close-trades",
  CancelAllOrdersAfter: "close-trades",
  DepositAddresses: "add-funds",
  DepositStatus: "add-funds",
  DepositMethods: "add-funds",
  WithdrawStatus: "withdraw-funds",
  CreateSubaccount: "modify-trades",
  "Earn/Strategies": "earn-funds",
  "Earn/Allocations": "earn-funds",
  "PUT /funding/v1/addresses/{id}": "update-withdraw-address",
  "DELETE /funding/v1/addresses/{id}": "update-withdraw-address",
}

const everySet: readonly ReadonlySet<PermissionId>[] = Array.from(
  { length: 2 ** PERMISSION_IDS.length },
  (_, bits) => new Set(PERMISSION_IDS.filter((_id, at) => bits & (1 << at))),
)

describe("the table of calls", () => {
  it("has the form that the code relies on", () => {
    expect(endpointFileSchema.safeParse(endpointFile).error).toBeUndefined()
  })

  it("holds each documented call once", () => {
    expect(new Set(ENDPOINTS.map(nameOf)).size).toBe(80)
    expect(ENDPOINTS).toHaveLength(80)
    const count = (api: string): number => ENDPOINTS.filter((endpoint) => endpoint.api === api).length
    expect(["spot", "funding-beta", "pay", "otc", "prime"].map(count)).toEqual([47, 15, 7, 7, 4])
  })

  it("asks for exactly what Kraken's reference asks for, AND and OR kept apart", () => {
    const told = Object.fromEntries(ENDPOINTS.map((endpoint) => [nameOf(endpoint), endpoint.requires]))
    const expected = CALLS_BY_NEED.flatMap(([need, names]) => names.map((name) => [name, need] as const))
    expect(expected).toHaveLength(80)
    expect(told).toEqual(Object.fromEntries(expected))
  })

  it("knows every call about which Kraken's own pages disagree, and what the other page says", () => {
    const disputed = ENDPOINTS.flatMap(({ conflict, ...endpoint }) =>
      conflict ? [[nameOf(endpoint), conflict.requires] as const] : [],
    )
    expect(Object.fromEntries(disputed)).toEqual(OTHER_READINGS)
  })

  it("calls nothing a disagreement unless some key would be judged differently by it", () => {
    for (const { requires, conflict } of ENDPOINTS) {
      if (!conflict) continue
      const differs = everySet.some((granted) => satisfies(requires, granted) !== satisfies(conflict.requires, granted))
      expect(differs).toBe(true)
    }
  })

  it("needs nothing to take back a transfer between the account's own wallets, and Withdraw for any other withdrawal", () => {
    const cancel = endpointByPath("/0/private/WithdrawCancel")
    expect(cancel?.requires).toBe("withdraw-funds")
    expect(cancel?.exception?.requires).toEqual({ allOf: [] })
    expect(ENDPOINTS.filter(({ exception }) => exception)).toEqual([cancel])
  })

  it("never calls something a safe test that can change the account", () => {
    for (const { mutates, probe } of ENDPOINTS) if (mutates) expect(probe).not.toBe("safe")
  })

  it("names the condition under which a spot call changes something", () => {
    for (const { api, mutates, mutatesWhen } of ENDPOINTS) {
      if (api === "spot") expect(mutatesWhen !== undefined).toBe(mutates)
    }
  })

  it("plans history calls with two points, and never with less than the ordinary reading", () => {
    const planned = (name: string): number | undefined => {
      const endpoint = endpointByPath(`/0/private/${name}`)
      return endpoint?.costAtMost ?? endpoint?.cost
    }
    expect(["ClosedOrders", "TradesHistory", "Ledgers", "QueryLedgers"].map(planned)).toEqual([2, 2, 2, 2])
    expect(["GetApiKeyInfo", "Balance", "OpenOrders"].map(planned)).toEqual([1, 1, 1])
    for (const { cost, costAtMost = Number.POSITIVE_INFINITY } of ENDPOINTS) expect(costAtMost).toBeGreaterThan(cost)
  })

  it("tells where each row comes from, with an address of Kraken's", () => {
    for (const { sources, conflict } of ENDPOINTS) {
      for (const { url } of conflict ? [...sources, conflict.source] : sources) {
        expect(url).toMatch(/^https:\/\/(docs\.kraken\.com|github\.com\/krakenfx)\//)
      }
    }
  })
})

describe("finding a call", () => {
  it("finds every one by method and path", () => {
    for (const endpoint of ENDPOINTS) expect(endpointByPath(`${endpoint.method} ${endpoint.path}`)).toBe(endpoint)
  })

  it("does not guess the method where a path has several", () => {
    expect(endpointByPath("/funding/v1/addresses")).toBeUndefined()
    expect(endpointByPath("/funding/v1/networks")?.method).toBe("GET")
  })

  it("finds a spot call by its short name, written exactly so", () => {
    expect(callByName("Balance")).toBe("/0/private/Balance")
    expect(callByName("Earn/Allocate")).toBe("/0/private/Earn/Allocate")
    expect(callByName("balance")).toBeUndefined()
    expect(callByName("")).toBeUndefined()
  })
})
