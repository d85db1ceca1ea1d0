import { createHash, createHmac, timingSafeEqual } from "node:crypto"
import type { Secret } from "@/lib/core/secret"

interface SignedCall {
  /** With its query string only where Kraken signs that too. */
  readonly path: string
  readonly nonce: string
  readonly body: string
}

/**
 * Whether `signature` is Kraken's for this call: base64 of HMAC-SHA-512, under the decoded secret, of the path followed by
 * SHA-256 of nonce and body. Written from Kraken's description alone, so that the client's own code is never its own witness.
 */
export function signatureMatches(signature: string, call: SignedCall, secret: Secret): boolean {
  const digest = createHash("sha256").update(call.nonce, "utf8").update(call.body, "utf8").digest()
  const message = Buffer.concat([Buffer.from(call.path, "utf8"), digest])
  const mac = createHmac("sha512", Buffer.from(secret.expose(), "base64")).update(message).digest("base64")
  const expected = Buffer.from(mac, "latin1")
  const given = Buffer.from(signature, "utf8")
  return given.length === expected.length && timingSafeEqual(given, expected)
}
