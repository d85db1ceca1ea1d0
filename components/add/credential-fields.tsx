"use client"

import { ArrowLeftRight } from "lucide-react"
import type { ClipboardEvent } from "react"
import { Button } from "@/components/ui/button"
import { SecretField } from "@/components/ui/field"
import { Notice } from "@/components/ui/notice"
import { readCredentialText } from "@/lib/core/credential-text"
import { isSwapped } from "./credential-draft"
import type { AddForm } from "./use-add-form"

interface CredentialFieldsProps {
  readonly form: AddForm
  readonly disabled: boolean
}

/** API key and private key, each with what can be said of it before anything is sent. */
export function CredentialFields({ form, disabled }: CredentialFieldsProps) {
  const { draft, problems, said, change, leave } = form
  const swapped = isSwapped(draft)
  const paste = (field: "apiKey" | "secret") => (event: ClipboardEvent<HTMLInputElement>) => {
    const found = readCredentialText(event.clipboardData.getData("text"))
    // A text that belongs into the other field stays where it was put: the offer to swap explains it.
    if (found[field] === undefined) return
    event.preventDefault()
    form.absorb(found)
  }
  return (
    <div className="space-y-3">
      <SecretField
        label="API key"
        error={swapped ? null : said("apiKey")}
        // A secret that was pasted here by mistake must not be readable over a shoulder.
        masked={problems.apiKey?.code === "looks-like-secret"}
        value={draft.apiKey}
        disabled={disabled}
        onChange={(event) => change({ apiKey: event.target.value })}
        onPaste={paste("apiKey")}
        onBlur={() => leave("apiKey", draft.apiKey)}
      />
      <SecretField
        label="Private key"
        help="Shown once by Kraken, when the key was made. Also called the secret."
        error={swapped ? null : said("secret")}
        value={draft.secret}
        disabled={disabled}
        onChange={(event) => change({ secret: event.target.value })}
        onPaste={paste("secret")}
        onBlur={() => leave("secret", draft.secret)}
      />
      {swapped && <SwapOffer inKeyField={problems.apiKey?.code === "looks-like-secret"} onSwap={form.swap} />}
    </div>
  )
}

interface SwapOfferProps {
  /** The private key was seen where the API key belongs; otherwise it is the other way round. */
  readonly inKeyField: boolean
  readonly onSwap: () => void
}

function SwapOffer({ inKeyField, onSwap }: SwapOfferProps) {
  return (
    <div data-wrong="">
      <Notice tone="warn" role="alert" title="These two seem to be swapped">
        <p>
          {inKeyField
            ? "What stands under “API key” looks like a private key."
            : "What stands under “Private key” looks like an API key."}
        </p>
        <Button onClick={onSwap}>
          <ArrowLeftRight aria-hidden className="size-4" />
          Swap them
        </Button>
      </Notice>
    </div>
  )
}
