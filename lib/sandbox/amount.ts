/** Decimal amounts as whole numbers of 10⁻¹⁰, so that balances add up exactly. */
const DECIMALS = 10

/** Null for anything that is not a plain decimal number of zero or more, with at most ten decimals. */
export function parseAmount(text: string): bigint | null {
  const match = /^(\d{1,20})(?:\.(\d{1,10}))?$/.exec(text)
  if (!match) return null
  const [, whole = "", fraction = ""] = match
  return BigInt(whole + fraction.padEnd(DECIMALS, "0"))
}

/** Kraken's form: digits, a point and a fixed number of decimals. */
export function formatAmount(units: bigint, decimals = DECIMALS): string {
  const digits = units.toString().padStart(DECIMALS + 1, "0")
  return `${digits.slice(0, -DECIMALS)}.${digits.slice(-DECIMALS).slice(0, decimals)}`
}
