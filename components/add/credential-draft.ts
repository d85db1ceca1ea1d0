/** What a person has entered about a key so far, and what still keeps it from being sent. Pure; nothing here is stored. */
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import {
  checkKeyShape,
  checkSecretShape,
  looksSwapped,
  type ShapeProblem,
  withoutCopyingMarks,
} from "@/lib/core/credential-shape"
import type { FoundCredential } from "@/lib/core/credential-text"
import type { AddKey } from "@/lib/protocol/key-view"

export interface CredentialDraft {
  readonly apiKey: string
  readonly secret: string
  readonly otpKind: "none" | "static" | "code"
  readonly otpValue: string
  readonly nonceScale: NonceScale | null
}

export const EMPTY_DRAFT: CredentialDraft = {
  apiKey: "",
  secret: "",
  otpKind: "none",
  otpValue: "",
  nonceScale: null,
}

export type DraftField = "apiKey" | "secret" | "otp" | "nonceScale"

/** Takes over what a pasted text held; what it did not hold stays. */
export function absorb(draft: CredentialDraft, found: FoundCredential): CredentialDraft {
  return {
    ...draft,
    apiKey: found.apiKey ?? draft.apiKey,
    secret: found.secret ?? draft.secret,
    // A password that stands in a file is used again and again, so it cannot be an app's code.
    ...(found.otp === undefined ? {} : { otpKind: "static" as const, otpValue: found.otp }),
  }
}

export function swap(draft: CredentialDraft): CredentialDraft {
  return { ...draft, apiKey: draft.secret, secret: draft.apiKey }
}

export function isSwapped(draft: CredentialDraft): boolean {
  return looksSwapped(draft.apiKey, draft.secret)
}

/** The draft once it was sent: the secret and the password are gone whatever the answer will be. */
export function withoutSecrets(draft: CredentialDraft): CredentialDraft {
  return { ...draft, secret: "", otpValue: "" }
}

const stops = (message: string): ShapeProblem => ({ code: "empty", level: "stops", message })

function otpProblem({ otpKind, otpValue }: CredentialDraft): ShapeProblem | null {
  if (otpKind === "none") return null
  if (otpKind === "static") return otpValue === "" ? stops("The key’s two-factor password is missing.") : null
  const code = otpValue.replace(/\s+/g, "")
  if (code === "") return stops("The six-digit code is missing.")
  return /^\d+$/.test(code) ? null : stops("A code from an authenticator app has digits only.")
}

/** Everything that can be said of the draft, by field; `hint` does not keep it from being sent. */
export function problemsOf(draft: CredentialDraft): Record<DraftField, ShapeProblem | null> {
  return {
    apiKey: checkKeyShape(draft.apiKey),
    secret: checkSecretShape(draft.secret),
    otp: otpProblem(draft),
    nonceScale: draft.nonceScale === null ? stops("Choose an answer; “Don’t know” is one.") : null,
  }
}

const ORDER: readonly DraftField[] = ["apiKey", "secret", "otp", "nonceScale"]

/** The first field that keeps the draft from being sent, in the order of the form. */
export function firstStop(draft: CredentialDraft): DraftField | null {
  const problems = problemsOf(draft)
  return ORDER.find((field) => problems[field]?.level === "stops") ?? null
}

/** What is sent, or null while something keeps it from being sent. */
export function addKeyOf(draft: CredentialDraft): AddKey | null {
  if (firstStop(draft) !== null || draft.nonceScale === null) return null
  return {
    apiKey: withoutCopyingMarks(draft.apiKey),
    secret: withoutCopyingMarks(draft.secret),
    otp: draft.otpKind === "none" ? null : { kind: draft.otpKind, value: draft.otpValue },
    nonceScale: draft.nonceScale,
  }
}
