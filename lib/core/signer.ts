/** What Kraken is sent for one signed call. */
export interface SignedRequest {
  readonly headers: { readonly "API-Key": string; readonly "API-Sign": string }
  /** The body that was signed: the given one, followed by `&otp=…` where the key has a one-time password. */
  readonly body: string
}

/**
 * Signs calls of one key without showing its secret. `body` is form-encoded and already holds the nonce.
 * Rejects with `SecretGoneError` when the secret has been forgotten, and with `OtpSpentError` when a one-time code was used up.
 */
export interface Signer {
  /** Last four characters of the public key. */
  readonly last4: string
  sign(call: { readonly path: string; readonly nonce: string; readonly body: string }): Promise<SignedRequest>
}
