import { describe, expect, it } from "vitest"
import { ENDPOINTS } from "@/lib/catalog/endpoints"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { bench } from "./testing/sandbox-bench"
import { START_MS } from "./testing/simulated-clock"

const ALL = { permissions: [...PERMISSION_IDS] }
const START_S = START_MS / 1000
const ORDER = { pair: "XBTEUR", type: "buy", ordertype: "limit", price: "10000", volume: "0.01" }

describe("GetApiKeyInfo", () => {
  it("answers every field of Kraken's reference, moments as text and 0 for what is not set", () => {
    const { call, credentials } = bench({ permissions: ["withdraw-funds", "query-funds"], ageDays: 10 })
    expect(call("/0/private/GetApiKeyInfo", { nonce: 1764072000123n })).toEqual({
      error: [],
      result: {
        apiKeyName: "key",
        apiKey: credentials.apiKey.expose(),
        nonce: "1764072000123",
        nonceWindow: 0,
        permissions: ["query-funds", "withdraw-funds"],
        iban: "AA00 SAMP LEKR AKEN",
        validUntil: "0",
        queryFrom: "0",
        queryTo: "0",
        createdTime: String(START_S - 10 * 86_400),
        modifiedTime: String(START_S - 10 * 86_400),
        ipAllowlist: [],
        lastUsed: String(START_S),
      },
    })
  })

  it("shows what the owner changed, and when", () => {
    const { call, sandbox, clock } = bench()
    clock.advance(5_000)
    sandbox.editKey("key", {
      permissions: ["query-funds"],
      ipAllowlist: ["127.0.0.1", "2001:db8::/32"],
      validUntil: "2027-01-01T00:00:00Z",
      queryFrom: "2025-01-01",
      nonceWindow: 250,
    })
    expect(call("/0/private/GetApiKeyInfo").result).toMatchObject({
      permissions: ["query-funds"],
      ipAllowlist: ["127.0.0.1", "2001:db8::/32"],
      validUntil: String(Date.UTC(2027, 0, 1) / 1000),
      queryFrom: String(Date.UTC(2025, 0, 1) / 1000),
      queryTo: "0",
      nonceWindow: 250,
      modifiedTime: String(START_S + 5),
    })
  })
})

describe("the sample account", () => {
  it("is not changed by any call that the catalogue calls safe", () => {
    const { call, sandbox, clock } = bench(ALL)
    const parameters = { asset: "XBT", report: "trades" }
    const safe = ENDPOINTS.filter(({ probe }) => probe === "safe").map(({ path }) => path)
    for (const path of safe) {
      clock.advance(10_000)
      const disabled = path === "/0/private/CreditLines" ? ["EAPI:Feature disabled"] : []
      expect([path, call(path, { parameters }).error]).toEqual([path, disabled])
    }
    expect(sandbox.accountUnchanged()).toBe(true)
  })

  it.each([
    ["/0/private/AddOrder", ORDER],
    ["/0/private/AddOrder", { ...ORDER, validate: "1" }],
    ["/0/private/CancelOrder", { txid: "OSAMPL-KEYTR-AAAAAA" }],
    ["/0/private/CancelOrder", { txid: "0" }],
    ["/0/private/CancelOrder", { txid: "" }],
    ["/0/private/CancelAll", {}],
    ["/0/private/CancelAllOrdersAfter", { timeout: "60" }],
    ["/0/private/Withdraw", { asset: "XBT", key: "ledger at home", amount: "0.1" }],
    ["/0/private/AddExport", { report: "trades", description: "all" }],
    ["/0/private/DepositAddresses", { asset: "XBT", method: "Bitcoin", new: "true" }],
  ])("is changed for real by %s %o", (path, parameters) => {
    const { call, sandbox } = bench(ALL)
    expect(call(path, { parameters }).error).toEqual([])
    expect(sandbox.accountUnchanged()).toBe(false)
  })

  it.each([
    ["/0/private/AddOrder", { ...ORDER, validate: "true" }, []],
    ["/0/private/AddOrder", { ...ORDER, volume: "0.00001", validate: "true" }, ["EGeneral:Invalid arguments:volume"]],
    ["/0/private/AddOrder", { ...ORDER, pair: "NOPE" }, ["EQuery:Unknown asset pair"]],
    ["/0/private/EditOrder", { txid: "OAAAAA-BBBBB-CCCCCC", validate: "true" }, ["EOrder:Unknown order"]],
    ["/0/private/CancelOrder", { txid: "OAAAAA-BBBBB-CCCCCC" }, ["EOrder:Unknown order"]],
    ["/0/private/CancelOrder", { txid: "something" }, ["EOrder:Invalid order"]],
    ["/0/private/CancelOrder", {}, ["EGeneral:Invalid arguments:txid"]],
    ["/0/private/Earn/Allocate", { strategy_id: "none" }, ["EGeneral:Invalid arguments:Invalid strategy ID"]],
    ["/0/private/Withdraw", { asset: "XBT", key: "unknown", amount: "1" }, ["EFunding:Unknown withdraw key"]],
    ["/0/private/Withdraw", { asset: "XBT", key: "ledger at home", amount: "99" }, ["EFunding:Invalid amount"]],
    ["/0/private/DepositAddresses", { asset: "XBT", method: "Bitcoin" }, []],
    ["/0/private/WalletTransfer", { asset: "XBT", amount: "0.1" }, ["EAPI:Feature disabled"]],
  ])("is not changed by %s %o", (path, parameters, errors) => {
    const { call, sandbox } = bench(ALL)
    const answer = call(path, { parameters: parameters as Record<string, string> })
    expect(answer.error).toEqual(errors)
    expect(JSON.stringify(answer)).not.toContain('"txid"')
    expect(sandbox.accountUnchanged()).toBe(true)
  })

  it("loses exactly what was withdrawn, to the last decimal", () => {
    const { call, sandbox } = bench(ALL)
    const parameters = { asset: "XBT", key: "ledger at home", amount: "0.0000000001" }
    call("/0/private/Withdraw", { parameters })
    expect(sandbox.accountSnapshot().balances["XXBT"]).toBe("0.8420999999")
    expect(call("/0/private/WithdrawStatus").result).toHaveLength(1)
  })

  it("shows a placed order, keeps its money back, and lets it be cancelled once", () => {
    const { call } = bench(ALL)
    const placed = call("/0/private/AddOrder", { parameters: ORDER }).result as { txid: [string] }
    const [txid] = placed.txid
    expect(call("/0/private/OpenOrders").result).toHaveProperty(
      ["open", txid, "descr", "order"],
      "buy 0.01 XBTEUR @ limit 10000",
    )
    // 1.5 ETH at 1850 EUR from the beginning, and 0.01 XBT at 10,000 EUR.
    expect(call("/0/private/BalanceEx").result).toHaveProperty(["ZEUR", "hold_trade"], "2875.0000")
    expect(call("/0/private/CancelOrder", { parameters: { txid } }).result).toEqual({ count: 1 })
    expect(call("/0/private/CancelOrder", { parameters: { txid } }).error).toEqual(["EOrder:Unknown order"])
    expect(call("/0/private/ClosedOrders").result).toHaveProperty(["closed", txid, "status"], "canceled")
  })

  it("loses all open orders when the safety switch runs out, and none when it was disarmed", () => {
    const { call, clock } = bench(ALL)
    const openOrders = () => Object.keys((call("/0/private/OpenOrders").result as { open: object }).open).length
    call("/0/private/CancelAllOrdersAfter", { parameters: { timeout: "60" } })
    call("/0/private/CancelAllOrdersAfter", { parameters: { timeout: "0" } })
    clock.advance(61_000)
    expect(openOrders()).toBe(2)
    call("/0/private/CancelAllOrdersAfter", { parameters: { timeout: "60" } })
    clock.advance(59_000)
    expect(openOrders()).toBe(2)
    clock.advance(1_000)
    expect(openOrders()).toBe(0)
  })

  it("shows an order only to a key that may see orders of its kind", () => {
    const { call, sandbox } = bench({ permissions: ["query-open-trades"] })
    const parameters = { txid: "OSAMPL-KEYTR-AAAAAA,OSAMPL-KEYTR-AAAAAC" }
    const seen = () => Object.keys(call("/0/private/QueryOrders", { parameters }).result as object)
    expect(seen()).toEqual(["OSAMPL-KEYTR-AAAAAA"])
    sandbox.editKey("key", { permissions: ["query-closed-trades"] })
    expect(seen()).toEqual(["OSAMPL-KEYTR-AAAAAC"])
  })

  it("hands out a different token to each who may have one", () => {
    const { call } = bench({ permissions: ["create-ws-token"] })
    const tokens = [1, 2].map(() => call("/0/private/GetWebSocketsToken").result as { token: string; expires: number })
    expect(tokens[0]?.expires).toBe(900)
    expect(tokens[0]?.token).not.toBe(tokens[1]?.token)
  })
})
