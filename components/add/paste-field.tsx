"use client"

import { useState } from "react"
import { TextAreaField } from "@/components/ui/field"
import { type FoundCredential, readCredentialText } from "@/lib/core/credential-text"

// Hands add a character at a time; more at once was pasted, dropped or filled in.
const PASTED_AT_ONCE = 20

const NOTHING_FOUND =
  "Nothing in this looks like a Kraken key. Paste the API key and the private key as Kraken showed them, or enter them below."

/** What was found, without showing it. */
function inWords({ apiKey, secret, otp }: FoundCredential): string {
  const found = [apiKey && "the API key", secret && "the private key", otp && "the two-factor password"].filter(Boolean)
  const missing = apiKey ? (secret ? null : "the private key") : "the API key"
  const list = found.join(" and ")
  return `Found ${list}${missing === null ? "." : `. Still missing: ${missing}.`}`
}

interface PasteFieldProps {
  readonly onFound: (found: FoundCredential) => void
  readonly disabled: boolean
  readonly rows?: number
}

/** Takes any text that holds a credential, gives away what it found, and is empty again. */
export function PasteField({ onFound, disabled, rows = 2 }: PasteFieldProps) {
  const [text, setText] = useState("")
  // Words only: what was found is given away, and a copy of it here would outlive the form's sending.
  const [outcome, setOutcome] = useState<{ readonly found: string | null } | null>(null)

  const read = (pasted: string) => {
    if (pasted.trim() === "") return
    const found = readCredentialText(pasted)
    const anything = Object.keys(found).length > 0
    setText("")
    setOutcome({ found: anything ? inWords(found) : null })
    if (anything) onFound(found)
  }
  const change = (next: string) => {
    if (next.length - text.length >= PASTED_AT_ONCE) return read(next)
    setText(next)
    setOutcome(null)
  }

  return (
    <div className="space-y-1">
      <TextAreaField
        label="Paste your key"
        help="Key and private key in any form: two lines, an .env file, JSON."
        error={outcome?.found === null ? NOTHING_FOUND : null}
        secret
        rows={rows}
        value={text}
        disabled={disabled}
        onChange={(event) => change(event.target.value)}
        onBlur={() => read(text)}
      />
      <p role="status" className="font-medium text-ok">
        {outcome?.found}
      </p>
    </div>
  )
}
