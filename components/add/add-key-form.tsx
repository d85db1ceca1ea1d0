"use client"

import { useRouter } from "next/navigation"
import { type SubmitEvent, useEffect, useRef, useState } from "react"
import { useSession } from "@/components/api/session"
import { NonceScaleChoice } from "@/components/key/nonce-scale-choice"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import { CredentialFields } from "./credential-fields"
import { OtpChoice } from "./otp-choice"
import { PasteField } from "./paste-field"
import type { AddedKey } from "./use-add-and-read"
import { type AddForm, useAddForm } from "./use-add-form"

/** Long enough to read one line. */
const SHOW_EXISTING_MS = 1_800

interface AddKeyFormProps {
  /** Shows the questions about the key only once there is a key. */
  readonly staged?: boolean
}

/** Takes a key with its secret, starts its first reading and leads to its page. */
export function AddKeyForm({ staged = false }: AddKeyFormProps) {
  const router = useRouter()
  const [existing, setExisting] = useState<string | null>(null)
  const added = ({ id, existing }: AddedKey) => (existing ? setExisting(id) : router.push(`/keys/${id}`))
  const form = useAddForm(added)
  const session = useSession()
  const closed = session.data?.realKeys === false
  const disabled = closed || form.pending || existing !== null
  const { ref, submit } = useSubmit(form)

  useEffect(() => {
    if (existing === null) return
    const timer = setTimeout(() => router.push(`/keys/${existing}`), SHOW_EXISTING_MS)
    return () => clearTimeout(timer)
  }, [existing, router])

  const asksMore = !staged || form.draft.apiKey !== "" || form.draft.secret !== ""
  return (
    <form ref={ref} onSubmit={submit} noValidate autoComplete="off" className="space-y-4">
      {closed && <OnlySamples />}
      <div className={classNames("grid gap-x-8 gap-y-4", !staged && "lg:grid-cols-2")}>
        <div className="min-w-0 space-y-4">
          <PasteField onFound={form.absorb} disabled={disabled} />
          <CredentialFields form={form} disabled={disabled} />
          {asksMore && <OtpQuestion form={form} disabled={disabled} />}
        </div>
        {asksMore && <ScaleQuestion form={form} />}
      </div>
      {form.refused !== null && form.refused.field === null && (
        <Notice tone="danger" role="alert" title="The key was not added">
          <p>{form.refused.message}</p>
          <p>The private key was dropped all the same; paste it again to try once more.</p>
        </Notice>
      )}
      {existing === null ? <Send pending={form.pending} disabled={disabled} /> : <AlreadyHere id={existing} />}
    </form>
  )
}

/** Sends the form; what keeps it from being sent gets the focus. */
function useSubmit(form: AddForm) {
  const ref = useRef<HTMLFormElement>(null)
  const [stopped, setStopped] = useState(0)
  useEffect(() => {
    if (stopped === 0) return
    const wrong = ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong] :is(input, button)')
    wrong?.focus()
  }, [stopped])
  const submit = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    if (!form.pending && (await form.send()) !== null) setStopped((times) => times + 1)
  }
  return { ref, submit }
}

interface QuestionProps {
  readonly form: AddForm
  readonly disabled: boolean
}

function OtpQuestion({ form, disabled }: QuestionProps) {
  const { draft, said, change, leave } = form
  return (
    <OtpChoice
      kind={draft.otpKind}
      value={draft.otpValue}
      error={said("otp")}
      disabled={disabled}
      onKind={(otpKind) => change({ otpKind, otpValue: "" })}
      onValue={(otpValue) => change({ otpValue })}
      onLeave={() => leave("otp", draft.otpValue)}
    />
  )
}

function ScaleQuestion({ form }: { readonly form: AddForm }) {
  const problem = form.said("nonceScale")
  return (
    <div data-wrong={problem === null ? undefined : ""} className="min-w-0 space-y-1">
      <NonceScaleChoice value={form.draft.nonceScale} onChange={(nonceScale) => form.change({ nonceScale })} />
      {problem !== null && (
        <p role="alert" className="font-medium text-danger">
          {problem}
        </p>
      )}
    </div>
  )
}

function Send({ pending, disabled }: { readonly pending: boolean; readonly disabled: boolean }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <Button type="submit" look="filled" disabled={disabled}>
        {pending ? "Adding…" : "Add and read the key"}
      </Button>
      <p className="min-w-0 flex-1 basis-72 text-muted">
        Secrets stay in this computer’s memory, for this session only; nothing of them is written to disk.
      </p>
    </div>
  )
}

function AlreadyHere({ id }: { readonly id: string }) {
  return (
    <Notice tone="info" role="status" title="This key is here already">
      <p>
        Its secret is in memory again, and it is being read. <TextLink href={`/keys/${id}`}>Go to the key</TextLink>
      </p>
    </Notice>
  )
}

function OnlySamples() {
  return (
    <Notice tone="info" title="Only sample keys work now">
      <p>
        Keytrim runs in development mode, which is no place for a real key. Start it with “npm start” to add one, or{" "}
        <TextLink href="/try">try the sample keys</TextLink>.
      </p>
    </Notice>
  )
}
