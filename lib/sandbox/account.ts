/** What belongs to the sample account itself, apart from its keys: all of what no audit may change. */

export type OrderStatus = "open" | "closed" | "canceled"

export interface Order {
  readonly txid: string
  readonly userref: number
  readonly clOrdId: string | null
  readonly pair: string
  readonly side: string
  readonly ordertype: string
  readonly price: string
  readonly volume: string
  readonly openedAtS: number
  status: OrderStatus
  closedAtS: number | null
}

export interface Trade {
  readonly txid: string
  readonly ordertxid: string
  readonly pair: string
  readonly timeS: number
  readonly side: string
  readonly price: string
  readonly cost: string
  readonly fee: string
  readonly volume: string
}

export interface LedgerEntry {
  readonly id: string
  readonly refid: string
  readonly timeS: number
  readonly type: string
  readonly asset: string
  readonly amount: string
  readonly balance: string
}

export interface WithdrawalAddress {
  /** The name under which the owner saved it; a withdrawal names this, not the address. */
  readonly key: string
  readonly asset: string
  readonly method: string
  readonly address: string
}

export interface Transfer {
  readonly refid: string
  readonly asset: string
  readonly method: string
  readonly amount: string
  readonly timeS: number
  readonly status: string
  readonly info: string
}

export interface DepositAddress {
  readonly asset: string
  readonly method: string
  readonly address: string
}

export interface ExportReport {
  readonly id: string
  readonly report: string
  readonly format: string
  readonly description: string
  readonly createdAtS: number
}

export interface Account {
  readonly iban: string
  readonly balances: Record<string, string>
  readonly orders: Order[]
  readonly trades: Trade[]
  readonly ledger: LedgerEntry[]
  readonly withdrawalAddresses: WithdrawalAddress[]
  readonly withdrawals: Transfer[]
  readonly deposits: Transfer[]
  readonly depositAddresses: DepositAddress[]
  exports: ExportReport[]
  /** When the safety switch cancels every open order (unix seconds); null while it is off. */
  cancelAllAtS: number | null
}

/** Cancels these orders and says how many were still open. */
export function cancelOrders(orders: readonly Order[], nowMs: number): number {
  const open = orders.filter((order) => order.status === "open")
  for (const order of open) {
    order.status = "canceled"
    order.closedAtS = Math.floor(nowMs / 1000)
  }
  return open.length
}

/** Lets the safety switch act if its moment has passed. */
export function settleSafetySwitch(account: Account, nowMs: number): void {
  if (account.cancelAllAtS === null || nowMs < account.cancelAllAtS * 1000) return
  cancelOrders(account.orders, account.cancelAllAtS * 1000)
  account.cancelAllAtS = null
}
