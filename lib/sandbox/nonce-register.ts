const NONCE_MAX = 2n ** 64n - 1n

/** An unsigned 64-bit number in decimal digits; null for anything else. */
export function parseNonce(text: string): bigint | null {
  if (!/^\d{1,20}$/.test(text)) return null
  const nonce = BigInt(text)
  return nonce <= NONCE_MAX ? nonce : null
}

/**
 * The highest nonce of a key so far, after one more was offered; null where that one is refused. Without a window nonces only grow.
 * A window lets numbers through that lie less than it below the highest; they are not remembered, so that one may even come twice.
 */
export function raiseNonce(highest: bigint, nonce: bigint, window: number): bigint | null {
  if (nonce <= highest - BigInt(window)) return null
  return nonce > highest ? nonce : highest
}
