/** The few assets and pairs that the sample account knows, under the names by which clients call them. */
export interface Asset {
  readonly id: string
  readonly names: readonly string[]
  readonly decimals: number
}

const ASSETS: readonly Asset[] = [
  { id: "ZEUR", names: ["ZEUR", "EUR"], decimals: 4 },
  { id: "ZUSD", names: ["ZUSD", "USD"], decimals: 4 },
  { id: "XXBT", names: ["XXBT", "XBT", "BTC"], decimals: 10 },
  { id: "XETH", names: ["XETH", "ETH"], decimals: 10 },
]

export interface Pair {
  readonly id: string
  /** The short name that Kraken uses in descriptions of orders. */
  readonly altname: string
  readonly names: readonly string[]
  readonly base: string
  readonly quote: string
  /** Smallest volume of an order; the sample market's own figure. */
  readonly volumeMin: string
}

const PAIRS: readonly Pair[] = [
  {
    id: "XXBTZEUR",
    altname: "XBTEUR",
    names: ["XXBTZEUR", "XBTEUR", "XBT/EUR", "BTC/EUR"],
    base: "XXBT",
    quote: "ZEUR",
    volumeMin: "0.0001",
  },
  {
    id: "XXBTZUSD",
    altname: "XBTUSD",
    names: ["XXBTZUSD", "XBTUSD", "XBT/USD", "BTC/USD"],
    base: "XXBT",
    quote: "ZUSD",
    volumeMin: "0.0001",
  },
  {
    id: "XETHZEUR",
    altname: "ETHEUR",
    names: ["XETHZEUR", "ETHEUR", "ETH/EUR"],
    base: "XETH",
    quote: "ZEUR",
    volumeMin: "0.001",
  },
]

export function assetByName(name: string): Asset | undefined {
  return ASSETS.find((asset) => asset.names.includes(name))
}

export function pairByName(name: string): Pair | undefined {
  return PAIRS.find((pair) => pair.names.includes(name))
}
