/** What can be said of a key or a secret before anything is sent. No sentence here repeats what was entered; at most it counts it. */

/** Kraken does not promise this length; it is what its keys are seen with. */
const KEY_LENGTH = 56
/** Outside this range a text is not worth sending. */
const KEY_LENGTHS_TRIED = { min: 40, max: 100 }
/** 64 bytes in base64, with and without the two padding characters. */
const SECRET_LENGTH = { padded: 88, bare: 86 }

export type ShapeProblemCode =
  | "empty"
  | "characters"
  | "length"
  | "unusual-length"
  | "looks-like-key"
  | "looks-like-secret"

export interface ShapeProblem {
  readonly code: ShapeProblemCode
  /** `stops`: would be refused, so nothing is sent. `hint`: unusual, but may be tried. */
  readonly level: "stops" | "hint"
  /** A sentence for a person: what is wrong and what to do. */
  readonly message: string
}

/** White space, line breaks, and quotes around come from copying; none can belong to base64. */
export function withoutCopyingMarks(text: string): string {
  return text.replace(/\s+/g, "").replace(/^(["'`])(.*)\1$/, "$2")
}

const isBase64 = (text: string) => /^[A-Za-z0-9+/]+={0,2}$/.test(text)

/** Whether the text is the base64 of exactly 64 bytes, padded or not. */
export function isSecretShape(text: string): boolean {
  const bare = text.replace(/==$/, "")
  const lengthFits = bare.length === SECRET_LENGTH.bare && (text === bare || text.length === SECRET_LENGTH.padded)
  // The last character carries two bits only; any other means that it was mistyped or belongs to a longer text.
  return lengthFits && /^[A-Za-z0-9+/]{85}[AQgw]$/.test(bare)
}

/** Whether the text looks as Kraken's public keys are seen to look. */
export function isKeyShape(text: string): boolean {
  return text.length === KEY_LENGTH && isBase64(text)
}

const stops = (code: ShapeProblemCode, message: string): ShapeProblem => ({ code, level: "stops", message })

/** null where the text can be an API key; copying marks are ignored. */
export function checkKeyShape(text: string): ShapeProblem | null {
  const key = withoutCopyingMarks(text)
  if (key === "") return stops("empty", "The API key is missing.")
  if (isSecretShape(key)) return stops("looks-like-secret", "This looks like the private key, not the API key.")
  if (!isBase64(key))
    return stops(
      "characters",
      "This holds characters that Kraken's API keys never have. Copy the key again from Kraken.",
    )
  if (key.length < KEY_LENGTHS_TRIED.min)
    return stops(
      "length",
      `This has ${key.length} characters and Kraken's API keys have 56, so a part seems to be missing.`,
    )
  if (key.length > KEY_LENGTHS_TRIED.max)
    return stops("length", `This has ${key.length} characters and Kraken's API keys have 56. Copy only the key itself.`)
  if (key.length === KEY_LENGTH) return null
  return {
    code: "unusual-length",
    level: "hint",
    message: `This has ${key.length} characters; Kraken's API keys usually have 56. Check that it is complete.`,
  }
}

/** null where the text can be a key's secret ("private key" at Kraken); copying marks are ignored. */
export function checkSecretShape(text: string): ShapeProblem | null {
  const secret = withoutCopyingMarks(text)
  if (secret === "") return stops("empty", "The private key is missing.")
  if (isSecretShape(secret)) return null
  if (isKeyShape(secret)) return stops("looks-like-key", "This looks like the API key, not the private key.")
  if (!isBase64(secret))
    return stops(
      "characters",
      "This holds characters that Kraken's private keys never have. Copy it again from where you saved it.",
    )
  if (secret.length < SECRET_LENGTH.bare)
    return stops(
      "length",
      `This has ${secret.length} characters and a private key has 88, so a part seems to be missing.`,
    )
  if (secret.length > SECRET_LENGTH.padded)
    return stops(
      "length",
      `This has ${secret.length} characters and a private key has 88. Copy only the private key itself.`,
    )
  return stops("length", "This is almost a private key, but its end does not fit. Copy all 88 characters again.")
}

/** Whether key and secret stand in each other's place. */
export function looksSwapped(apiKey: string, secret: string): boolean {
  const [first, second] = [withoutCopyingMarks(apiKey), withoutCopyingMarks(secret)]
  if (isSecretShape(second)) return false
  return isSecretShape(first) ? true : first === "" && isKeyShape(second)
}
