import { randomBytes } from "node:crypto"
import { err, ok } from "@/lib/core/result"
import { formatAmount, parseAmount } from "../amount"
import { assetByName, pairByName } from "../markets"
import type { AdmittedCall, Method, Reply } from "./method"

const TOKEN_SECONDS = 900

function balance({ account }: AdmittedCall): Reply {
  return ok({ ...account.balances })
}

/** What open orders keep back of one asset: buys hold the quote currency, sells the base currency. */
function heldOf({ account }: AdmittedCall, asset: string): bigint {
  return account.orders
    .filter((order) => order.status === "open")
    .map((order) => {
      const pair = pairByName(order.pair)
      const volume = parseAmount(order.volume) ?? 0n
      if (order.side === "sell") return pair?.base === asset ? volume : 0n
      return pair?.quote === asset ? (volume * (parseAmount(order.price) ?? 0n)) / 10n ** 10n : 0n
    })
    .reduce((sum, held) => sum + held, 0n)
}

function balanceEx(call: AdmittedCall): Reply {
  const entries = Object.entries(call.account.balances).map(([asset, amount]) => {
    const held = formatAmount(heldOf(call, asset), assetByName(asset)?.decimals)
    return [asset, { balance: amount, hold_trade: held }] as const
  })
  return ok(Object.fromEntries(entries))
}

/** The sample account has no margin position: everything beyond its euros is zero. */
function tradeBalance({ account }: AdmittedCall): Reply {
  const cash = account.balances["ZEUR"] ?? "0.0000"
  const zero = "0.0000"
  return ok({ eb: cash, tb: cash, m: zero, n: zero, c: zero, v: zero, e: cash, mf: cash })
}

function tradesHistory({ account }: AdmittedCall): Reply {
  const trades = account.trades.map(({ txid, timeS, side, volume, ...trade }) => [
    txid,
    { ...trade, time: timeS, type: side, ordertype: "limit", vol: volume, margin: "0.00000", misc: "" },
  ])
  return ok({ trades: Object.fromEntries(trades), count: trades.length })
}

function ledgers({ account }: AdmittedCall): Reply {
  const ledger = account.ledger.map(({ id, timeS, ...entry }) => [
    id,
    { ...entry, time: timeS, subtype: "", aclass: "currency", fee: "0.0000000000" },
  ])
  return ok({ ledger: Object.fromEntries(ledger), count: ledger.length })
}

function tradeVolume(): Reply {
  return ok({ currency: "ZUSD", volume: "0.0000" })
}

// The token is worth nothing here, yet it is as random as a real one and kept nowhere: whoever logs it would log a real one too.
function getWebSocketsToken(): Reply {
  return ok({ token: randomBytes(32).toString("base64"), expires: TOKEN_SECONDS })
}

const unknownStrategy = (): Reply => err("EGeneral:Invalid arguments:Invalid strategy ID")

const earnStatus = (): Reply => ok({ pending: false })

/** Calls that read, and the two of Earn, which always miss: the sandbox has no strategy to allocate to. */
export const ACCOUNT_READS: Readonly<Record<string, Method>> = {
  "/0/private/Balance": balance,
  "/0/private/BalanceEx": balanceEx,
  "/0/private/TradeBalance": tradeBalance,
  "/0/private/TradesHistory": tradesHistory,
  "/0/private/OpenPositions": () => ok({}),
  "/0/private/Ledgers": ledgers,
  "/0/private/TradeVolume": tradeVolume,
  "/0/private/GetWebSocketsToken": getWebSocketsToken,
  "/0/private/Earn/Strategies": () => ok({ items: [], next_cursor: null }),
  "/0/private/Earn/Allocations": () =>
    ok({ converted_asset: "USD", total_allocated: "0.0000", total_rewarded: "0.0000", items: [] }),
  "/0/private/Earn/Allocate": unknownStrategy,
  "/0/private/Earn/Deallocate": unknownStrategy,
  "/0/private/Earn/AllocateStatus": earnStatus,
  "/0/private/Earn/DeallocateStatus": earnStatus,
}
