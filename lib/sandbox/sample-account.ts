import type { Account, Order } from "./account"

const DAY_S = 86_400

/** An id of Kraken's shape that nobody can take for one of Kraken's: letters in every group, counted from 0. */
export function sampleId(prefix: "O" | "T" | "L" | "A", number: number): string {
  const digits = number.toString(26).padStart(6, "0")
  const letters = [...digits].map((digit) => String.fromCharCode(65 + Number.parseInt(digit, 26))).join("")
  return `${prefix}SAMPL-KEYTR-${letters}`
}

function sampleOrder(number: number, changes: Pick<Order, "pair" | "side" | "price" | "volume" | "openedAtS">): Order {
  return {
    txid: sampleId("O", number),
    // Most programs set no reference of their own, and Kraken then keeps 0: it is why an empty order id is dangerous.
    userref: 0,
    clOrdId: null,
    ordertype: "limit",
    status: "open",
    closedAtS: null,
    ...changes,
  }
}

/** How many ids of each kind the sample account uses up; later ones count on from here. */
export const SAMPLE_IDS = 100

/** A small account with a past: some money, open and finished orders, and a saved withdrawal address. */
export function sampleAccount(nowMs: number): Account {
  const nowS = Math.floor(nowMs / 1000)
  const bought = {
    ...sampleOrder(2, {
      pair: "XXBTZEUR",
      side: "buy",
      price: "61250.0",
      volume: "0.25000000",
      openedAtS: nowS - 41 * DAY_S,
    }),
    status: "closed" as const,
    closedAtS: nowS - 40 * DAY_S,
  }
  return {
    iban: "AA00 SAMP LEKR AKEN",
    balances: { ZEUR: "8420.5500", ZUSD: "150.0000", XXBT: "0.8421000000", XETH: "4.2500000000" },
    orders: [
      sampleOrder(0, {
        pair: "XXBTZEUR",
        side: "sell",
        price: "98000.0",
        volume: "0.20000000",
        openedAtS: nowS - 2 * DAY_S,
      }),
      sampleOrder(1, {
        pair: "XETHZEUR",
        side: "buy",
        price: "1850.00",
        volume: "1.50000000",
        openedAtS: nowS - DAY_S,
      }),
      bought,
    ],
    trades: [
      {
        txid: sampleId("T", 0),
        ordertxid: bought.txid,
        pair: bought.pair,
        timeS: nowS - 40 * DAY_S,
        side: "buy",
        price: "61250.0",
        cost: "15312.50000",
        fee: "38.28125",
        volume: "0.25000000",
      },
    ],
    ...sampleFunding(nowS),
    exports: [],
    cancelAllAtS: null,
  }
}

function sampleFunding(
  nowS: number,
): Pick<Account, "ledger" | "withdrawalAddresses" | "withdrawals" | "deposits" | "depositAddresses"> {
  const deposit = { refid: sampleId("A", 0), asset: "XXBT", amount: "0.5000000000", timeS: nowS - 90 * DAY_S }
  return {
    ledger: [{ id: sampleId("L", 0), ...deposit, type: "deposit", balance: "0.5921000000" }],
    withdrawalAddresses: [
      { key: "ledger at home", asset: "XXBT", method: "Bitcoin", address: "bc1q-sample-address-nobody-owns-1" },
    ],
    withdrawals: [],
    deposits: [{ ...deposit, method: "Bitcoin", status: "Success", info: "bc1q-sample-deposit-address-1" }],
    depositAddresses: [{ asset: "XXBT", method: "Bitcoin", address: "bc1q-sample-deposit-address-1" }],
  }
}
