"use client"

import { Choices } from "@/components/ui/choices"
import { Disclosure } from "@/components/ui/disclosure"
import { SecretField } from "@/components/ui/field"
import { TWO_FACTOR_PLACE } from "@/lib/catalog/key-screen"
import type { CredentialDraft } from "./credential-draft"

type OtpKind = CredentialDraft["otpKind"]

const KINDS = [
  { value: "none", label: "No", help: "The usual case." },
  { value: "static", label: "Yes, a fixed password", help: "Sent with every call." },
  { value: "code", label: "Yes, an app’s code", help: "A new code for each reading." },
] as const

interface OtpChoiceProps {
  readonly kind: OtpKind
  readonly value: string
  readonly error: string | null
  readonly disabled: boolean
  readonly onKind: (kind: OtpKind) => void
  readonly onValue: (value: string) => void
  readonly onLeave: () => void
}

/** Whether the key itself, apart from the account, asks for a second factor. */
export function OtpChoice({ kind, value, error, disabled, onKind, onValue, onLeave }: OtpChoiceProps) {
  return (
    <div className="space-y-2">
      <Choices
        legend="Does this key have two-factor authentication of its own?"
        choices={KINDS}
        value={kind}
        onChange={onKind}
        columns={3}
      />
      {kind !== "none" && (
        <SecretField
          label={kind === "static" ? "The key’s two-factor password" : "The code that the app shows now"}
          error={error}
          masked={kind === "static"}
          inputMode={kind === "code" ? "numeric" : "text"}
          value={value}
          disabled={disabled}
          onChange={(event) => onValue(event.target.value)}
          onBlur={onLeave}
        />
      )}
      <Disclosure summary="How do I know?">
        <p className="max-w-prose text-muted">
          This is not the code with which you sign in. A key has a second factor only if you set one for it at Kraken,
          under {TWO_FACTOR_PLACE.menu.join(" › ")}. If you never did, answer No: should the key need one after all,
          Keytrim tells you.
        </p>
      </Disclosure>
    </div>
  )
}
