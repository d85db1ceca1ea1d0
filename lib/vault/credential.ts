import { err, ok, type Result } from "@/lib/core/result"
import { Secret } from "@/lib/core/secret"

/** Bytes in a decoded spot secret. */
export const SECRET_BYTES = 64

/** A password set at Kraken for this key, or one code of an authenticator app, good for a single call. */
export interface OneTimePassword {
  readonly kind: "static" | "code"
  readonly value: Secret
}

/** A key in the only form in which it may travel: nothing in it prints or serialises, except its last four characters. */
export interface Credential {
  readonly apiKey: Secret
  readonly secret: Secret
  readonly otp: OneTimePassword | null
  readonly last4: string
}

export interface CredentialInput {
  readonly apiKey: string
  readonly secret: string
  readonly otp: { readonly kind: "static" | "code"; readonly value: string } | null
}

export type CredentialProblemCode =
  | "key-missing"
  | "key-characters"
  | "key-length"
  | "secret-missing"
  | "secret-characters"
  | "secret-length"
  | "swapped"
  | "same-text"
  | "otp-missing"
  | "otp-characters"

/** Why a credential was refused. The message never repeats what was entered. */
export interface CredentialProblem {
  readonly code: CredentialProblemCode
  readonly message: string
  readonly field: "apiKey" | "secret" | "otp"
}

// Kraken's keys are seen with 56 characters, but nothing of Kraken's promises it: other lengths in this range are tried.
const KEY_LENGTH = { min: 40, max: 100 }
const OTP_LENGTH_MAX = 256

const refuse = (field: CredentialProblem["field"], code: CredentialProblemCode, message: string) =>
  err<CredentialProblem>({ field, code, message })

/** White space inside and one pair of quotes around come from copying; neither can belong to base64. */
function withoutCopyingMarks(text: string): string {
  return text.replace(/\s+/g, "").replace(/^(["'`])(.*)\1$/, "$2")
}

const isBase64 = (text: string) => /^[A-Za-z0-9+/]+={0,2}$/.test(text)

/** Whether the text is the base64 of exactly 64 bytes, with or without its padding. */
function isSecret(text: string): boolean {
  if (!isBase64(text)) return false
  const bytes = Buffer.from(text, "base64")
  // Encoding again catches a wrong last character, whose spare bits a decoder silently drops.
  const canonical = bytes.toString("base64")
  const same = text === canonical || text === canonical.replace(/=+$/, "")
  bytes.fill(0)
  return same && bytes.length === SECRET_BYTES
}

const isKeyLength = (text: string) => text.length >= KEY_LENGTH.min && text.length <= KEY_LENGTH.max

function keyProblem(apiKey: string): Result<never, CredentialProblem> | null {
  if (apiKey === "") return refuse("apiKey", "key-missing", "The API key is missing.")
  if (!isBase64(apiKey))
    return refuse(
      "apiKey",
      "key-characters",
      "The API key holds characters that Kraken's keys never have. Copy it again from Kraken.",
    )
  if (!isKeyLength(apiKey))
    return refuse(
      "apiKey",
      "key-length",
      `The API key has ${apiKey.length} characters; Kraken's keys usually have 56. Copy the whole of it again.`,
    )
  return null
}

function secretProblem(secret: string): Result<never, CredentialProblem> | null {
  if (secret === "") return refuse("secret", "secret-missing", "The private key is missing.")
  if (!isBase64(secret))
    return refuse(
      "secret",
      "secret-characters",
      "The private key holds characters that Kraken's private keys never have. Copy it again from where you saved it.",
    )
  if (!isSecret(secret))
    return refuse(
      "secret",
      "secret-length",
      "The private key is not complete: a whole one has 88 characters and ends in ==. Copy it again from where you saved it.",
    )
  return null
}

/** Checks a one-time password alone; codes may be typed with spaces in between. */
export function parseOtp(otp: { kind: "static" | "code"; value: string }): Result<OneTimePassword, CredentialProblem> {
  const value = otp.kind === "code" ? otp.value.replace(/\s+/g, "") : otp.value
  if (value === "") return refuse("otp", "otp-missing", "The one-time password is missing.")
  if (otp.kind === "code" && !/^\d+$/.test(value))
    return refuse("otp", "otp-characters", "A code from an authenticator app has digits only.")
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  if (value.length > OTP_LENGTH_MAX || /[\u0000-\u001f\u007f]/.test(value))
    return refuse(
      "otp",
      "otp-characters",
      "The one-time password is too long or holds characters that cannot be typed.",
    )
  return ok({ kind: otp.kind, value: new Secret(value) })
}

/** Checks key, secret and one-time password before anything is sent. The first problem found is named; nothing is echoed. */
export function parseCredential(input: CredentialInput): Result<Credential, CredentialProblem> {
  const apiKey = withoutCopyingMarks(input.apiKey)
  const secret = withoutCopyingMarks(input.secret)
  if (apiKey !== "" && apiKey === secret)
    return refuse("secret", "same-text", "The same text stands in both fields. Kraken shows two different ones.")
  if (isSecret(apiKey) && !isSecret(secret) && isBase64(secret) && isKeyLength(secret))
    return refuse("apiKey", "swapped", "The API key and the private key seem to be swapped.")
  const problem = keyProblem(apiKey) ?? secretProblem(secret)
  if (problem) return problem
  const otp = input.otp ? parseOtp(input.otp) : ok(null)
  if (!otp.ok) return otp
  return ok({ apiKey: new Secret(apiKey), secret: new Secret(secret), otp: otp.value, last4: apiKey.slice(-4) })
}
