import { createHash, createHmac } from "node:crypto"

/**
 * The `API-Sign` header of one spot call, as Kraken's authentication guide defines it:
 * base64( HMAC-SHA512( secret, path + SHA-256( nonce + body ) ) ). `secret` is decoded; `body` is exactly what will be sent.
 */
export function signSpot(secret: Uint8Array, call: { path: string; nonce: string; body: string }): string {
  // Kraken hashes the nonce again in front of the body that already contains it; leave the repetition in.
  const digest = createHash("sha256")
    .update(call.nonce + call.body)
    .digest()
  return createHmac("sha512", secret).update(call.path).update(digest).digest("base64")
}
