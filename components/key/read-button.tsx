"use client"

import { RefreshCw } from "lucide-react"
import { useState } from "react"
import { refusalMessage } from "@/components/api/request"
import { useReadKey } from "@/components/api/runs"
import { Button, type ButtonLook } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import type { KeyView, StartRun } from "@/lib/protocol/key-view"

interface ReadButtonProps {
  readonly view: KeyView
  readonly label: string
  readonly look?: ButtonLook
  readonly disabled?: boolean
  readonly options?: StartRun
  /** Something more to be understood first, in a dialog of its own. */
  readonly warning?: { readonly title: string; readonly text: string }
}

const COUNTER_WARNING = {
  title: "Your program will need a new start",
  text: "Kraken will refuse its calls until its counter starts above Keytrim’s number. Stop it first, or give it a key of its own.",
}

/** Reads the key; asks before that for whatever the reading needs: a one-time code, a word about a counter. */
export function ReadButton({ view, label, look = "filled", disabled = false, options = {}, warning }: ReadButtonProps) {
  const read = useReadKey(view.id)
  const [asking, setAsking] = useState(false)
  const shownWarning = warning ?? (view.nonceScale === "counter" ? COUNTER_WARNING : undefined)
  const needsCode = view.otp === "code"
  const start = (otpCode: string | null) => {
    setAsking(false)
    read.mutate(otpCode === null ? options : { ...options, otpCode })
  }
  const ask = shownWarning !== undefined || needsCode
  return (
    <>
      <Button look={look} disabled={disabled || read.isPending} onClick={() => (ask ? setAsking(true) : start(null))}>
        <RefreshCw aria-hidden className="size-4" />
        {label}
      </Button>
      {read.error && (
        <p role="alert" className="text-danger">
          {refusalMessage(read.error)}
        </p>
      )}
      {asking && (
        <ReadDialog warning={shownWarning} needsCode={needsCode} onClose={() => setAsking(false)} onRead={start} />
      )}
    </>
  )
}

interface ReadDialogProps {
  readonly warning: { readonly title: string; readonly text: string } | undefined
  readonly needsCode: boolean
  readonly onClose: () => void
  readonly onRead: (otpCode: string | null) => void
}

function ReadDialog({ warning, needsCode, onClose, onRead }: ReadDialogProps) {
  const [code, setCode] = useState("")
  const complete = !needsCode || code.trim() !== ""
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={warning?.title ?? "A new one-time code"}
      {...(warning ? { description: warning.text } : {})}
      footer={
        <>
          <Button onClick={onClose}>Not now</Button>
          <Button look="filled" type="submit" form="read-again" disabled={!complete}>
            {warning ? "Read all the same" : "Read"}
          </Button>
        </>
      }
    >
      <form
        id="read-again"
        onSubmit={(event) => {
          event.preventDefault()
          if (complete) onRead(needsCode ? code.trim() : null)
        }}
      >
        {needsCode && <OneTimeCodeField value={code} onChange={setCode} />}
      </form>
    </Dialog>
  )
}

export function OneTimeCodeField(props: { readonly value: string; readonly onChange: (value: string) => void }) {
  return (
    <TextField
      label="One-time code"
      help="The code that your authenticator shows for this key now. Each code counts once."
      mono
      inputMode="numeric"
      autoComplete="off"
      spellCheck={false}
      value={props.value}
      onChange={(event) => props.onChange(event.target.value)}
    />
  )
}
