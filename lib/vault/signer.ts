import type { Secret } from "@/lib/core/secret"
import type { SignedRequest, Signer } from "@/lib/core/signer"
import { type Credential, type OneTimePassword, SECRET_BYTES } from "./credential"
import { signSpot } from "./sign-spot"

// Callers read `code`: modules are evaluated more than once, so `instanceof` would miss errors of another copy.
export class SecretGoneError extends Error {
  readonly code = "secret-gone"
  constructor() {
    super("the secret of this key has been forgotten")
    this.name = "SecretGoneError"
  }
}

export class OtpSpentError extends Error {
  readonly code = "otp-spent"
  constructor() {
    super("the one-time code was used up; a new one is needed")
    this.name = "OtpSpentError"
  }
}

/** A signer that can be given the next one-time code and told to forget its secret. */
export interface HeldSigner extends Signer {
  /** Replaces whatever one-time password was there; the next call uses it. */
  setOtp(otp: OneTimePassword): void
  /** Wipes the secret; signing is refused from then on. */
  forget(): void
}

interface Held {
  readonly apiKey: string
  readonly secret: Buffer
  otp: { readonly kind: "static" | "code"; readonly value: Buffer | null } | null
}

// Memory of its own, not a slice of Node's shared pool, so that wiping it wipes all of it.
function bytesOf(secret: Secret, encoding: "base64" | "utf8"): Buffer {
  const text = secret.expose()
  const bytes = Buffer.alloc(encoding === "base64" ? SECRET_BYTES : Buffer.byteLength(text))
  bytes.write(text, encoding)
  return bytes
}

class KeySigner implements HeldSigner {
  readonly last4: string
  #held: Held | null

  constructor(credential: Credential) {
    this.last4 = credential.last4
    this.#held = { apiKey: credential.apiKey.expose(), secret: bytesOf(credential.secret, "base64"), otp: null }
    if (credential.otp) this.setOtp(credential.otp)
  }

  async sign(call: { path: string; nonce: string; body: string }): Promise<SignedRequest> {
    const held = this.#held
    if (!held) throw new SecretGoneError()
    const body = call.body + takeOtp(held)
    const headers = { "API-Key": held.apiKey, "API-Sign": signSpot(held.secret, { ...call, body }) }
    return { headers, body }
  }

  setOtp(otp: OneTimePassword): void {
    if (!this.#held) return
    this.#held.otp?.value?.fill(0)
    this.#held.otp = { kind: otp.kind, value: bytesOf(otp.value, "utf8") }
  }

  forget(): void {
    this.#held?.secret.fill(0)
    this.#held?.otp?.value?.fill(0)
    this.#held = null
  }
}

/** The form parameter that goes behind every body of a key with a one-time password; a code is given out once. */
function takeOtp(held: Held): string {
  if (!held.otp) return ""
  const { kind, value } = held.otp
  if (!value) throw new OtpSpentError()
  const parameter = `&otp=${encodeURIComponent(value.toString("utf8"))}`
  if (kind === "code") {
    value.fill(0)
    held.otp = { kind, value: null }
  }
  return parameter
}

/** Takes the credential's texts into memory of its own; the given `Credential` is not needed afterwards. */
export function createSigner(credential: Credential): HeldSigner {
  return new KeySigner(credential)
}
