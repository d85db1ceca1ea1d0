/** What a call of Kraken's does, as the end of a sentence: "needed to …". For people; the calls themselves stand behind a disclosure. */
const CALL_WORDS: Readonly<Record<string, string>> = Object.freeze({
  "/0/private/GetApiKeyInfo": "read what the key may do",
  "/0/private/Balance": "read balances",
  "/0/private/BalanceEx": "read balances",
  "/0/private/TradeBalance": "read the trade balance",
  "/0/private/OpenOrders": "see open orders",
  "/0/private/OpenPositions": "see open positions",
  "/0/private/ClosedOrders": "see closed orders",
  "/0/private/QueryOrders": "look up single orders",
  "/0/private/TradesHistory": "read past trades",
  "/0/private/QueryTrades": "look up single trades",
  "/0/private/TradeVolume": "look up the level of fees",
  "/0/private/Ledgers": "read the ledger",
  "/0/private/QueryLedgers": "look up entries of the ledger",
  "/0/private/AddExport": "ask for an export report",
  "/0/private/ExportStatus": "see whether an export report is ready",
  "/0/private/RetrieveExport": "download an export report",
  "/0/private/AddOrder": "place orders",
  "/0/private/AddOrderBatch": "place several orders at once",
  "/0/private/AmendOrder": "amend orders",
  "/0/private/EditOrder": "change orders",
  "/0/private/CancelOrder": "cancel orders",
  "/0/private/CancelOrderBatch": "cancel several orders at once",
  "/0/private/CancelAll": "cancel all orders",
  "/0/private/CancelAllOrdersAfter": "set a timer that cancels all orders",
  "/0/private/GetWebSocketsToken": "open a live connection",
  "/0/private/DepositMethods": "look up ways to deposit",
  "/0/private/DepositAddresses": "look up deposit addresses",
  "/0/private/DepositStatus": "follow deposits",
  "/0/private/WithdrawMethods": "look up ways to withdraw",
  "/0/private/WithdrawAddresses": "look up saved withdrawal addresses",
  "/0/private/WithdrawInfo": "look up the fee of a withdrawal",
  "/0/private/Withdraw": "withdraw funds",
  "/0/private/WithdrawStatus": "follow withdrawals",
  "GET /funding/v1/addresses": "look up saved withdrawal addresses",
  "POST /funding/v1/addresses": "save new withdrawal addresses",
  "DELETE /funding/v1/addresses/{id}": "delete saved withdrawal addresses",
  "POST /funding/v1/withdrawals": "withdraw funds",
})

/** A call named as purposes name it. Of a call without words of its own its group of permissions still tells enough. */
export function callInWords(call: string): string {
  return CALL_WORDS[call] ?? "make a call of Kraken’s that needs it"
}

export function hasWords(call: string): boolean {
  return Object.hasOwn(CALL_WORDS, call)
}
