"use client"

import { type SubmitEvent, useState } from "react"
import { Refused, refusalMessage } from "@/components/api/request"
import { usePatchSampleKey } from "@/components/api/sandbox"
import { Button, ButtonLink } from "@/components/ui/button"
import { LastFour } from "@/components/ui/last-four"
import { Notice } from "@/components/ui/notice"
import type { SampleKey } from "@/lib/protocol/session-view"
import { LimitFields } from "./limit-fields"
import { PermissionBoxes } from "./permission-boxes"
import { draftOf, emptyLimit, hasChanges, LIMITS, patchOf, type SettingsDraft } from "./settings-draft"

interface Problem {
  readonly field: string | null
  readonly message: string
}

function problemIn(error: Error | null): Problem | null {
  if (error === null) return null
  return { field: error instanceof Refused ? error.field : null, message: refusalMessage(error) }
}

/** What is entered on the form, and saving it. */
function useSettings(saved: SampleKey) {
  // null while nobody has touched the form: it then shows whatever is saved, also when that is put back elsewhere.
  const [touched, setTouched] = useState<SettingsDraft | null>(null)
  const [missing, setMissing] = useState<Problem | null>(null)
  const patch = usePatchSampleKey()
  const draft = touched ?? draftOf(saved)
  const unsaved = hasChanges(patchOf(saved, draft))
  return {
    draft,
    unsaved,
    justSaved: patch.isSuccess && !unsaved,
    pending: patch.isPending,
    problem: missing ?? problemIn(patch.error),
    change: (next: SettingsDraft) => {
      setTouched(next)
      setMissing(null)
      patch.reset()
    },
    save: (event: SubmitEvent<HTMLFormElement>) => {
      event.preventDefault()
      const empty = emptyLimit(draft)
      setMissing(empty)
      if (empty) return
      patch.mutate({ id: saved.id, patch: patchOf(saved, draft) }, { onSuccess: () => setTouched(null) })
    },
  }
}

/** One sample key as Kraken's key screen shows a real one: boxes, limits, Save. */
export function SampleKeyForm({ saved }: { readonly saved: SampleKey }) {
  const { draft, unsaved, justSaved, pending, problem, change, save } = useSettings(saved)
  return (
    <form onSubmit={save} noValidate aria-label={saved.name} className="rounded-lg border border-line bg-surface">
      <h2 className="flex flex-wrap items-baseline gap-x-2 border-b border-line px-4 py-2 text-lead font-semibold">
        {saved.name} <LastFour last4={saved.last4} />
      </h2>
      <div className="grid gap-x-8 gap-y-4 px-4 py-3 md:grid-cols-[2fr_3fr]">
        <PermissionBoxes saved={saved} draft={draft} onChange={change} />
        <LimitFields draft={draft} problem={problem} onChange={change} />
      </div>
      <div className="space-y-3 border-t border-line px-4 py-3">
        {problem !== null && !isBesideField(problem) && <NotSaved problem={problem} />}
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button type="submit" look={justSaved ? "outline" : "filled"} disabled={!unsaved || pending}>
            Save
          </Button>
          <SavedLine saved={justSaved} unsaved={unsaved} keyId={saved.keyId} />
        </div>
      </div>
    </form>
  )
}

function NotSaved({ problem }: { readonly problem: Problem }) {
  return (
    <Notice tone="danger" role="alert" title="Not saved">
      <p>{problem.message}</p>
    </Notice>
  )
}

/** A problem with a limit stands beside the limit. */
function isBesideField({ field }: Problem): boolean {
  return LIMITS.some((name) => name === field)
}

interface SavedLineProps {
  readonly saved: boolean
  readonly unsaved: boolean
  readonly keyId: string | null
}

/** Saving tells Keytrim nothing: as with the real Kraken, only a new reading shows it. */
function SavedLine({ saved, unsaved, keyId }: SavedLineProps) {
  if (saved) {
    return (
      <>
        {keyId !== null && (
          <ButtonLink href={`/keys/${keyId}`} look="filled">
            Back to the key, to read it again
          </ButtonLink>
        )}
        <p role="status">Saved here. Keytrim learns of it when it reads the key again.</p>
      </>
    )
  }
  return (
    <>
      <span className="text-muted">{unsaved ? "Not saved yet." : "Nothing changed."}</span>
      {keyId !== null && !unsaved && <ButtonLink href={`/keys/${keyId}`}>Back to the key</ButtonLink>}
    </>
  )
}
