"use client"

import { useState } from "react"
import { usePatchKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import type { Report } from "@/lib/audit/report-schema"
import type { KeyView } from "@/lib/protocol/key-view"
import { PurposeDialog } from "./purpose-dialog"

const SUGGESTIONS_SHOWN = 3

interface PurposeProps {
  readonly view: KeyView
}

/** What the key is for, in one line with the way to change it; nothing while no purpose is chosen, which is a question of its own. */
export function PurposeLine({ view, report }: PurposeProps & { readonly report: Report }) {
  const [choosing, setChoosing] = useState(false)
  if (report.purposes.length === 0) return null
  return (
    <p>
      <span className="text-muted">For </span>
      <span className="font-medium">{report.purposes.map(({ title }) => title).join(", ")}</span>{" "}
      <button
        type="button"
        onClick={() => setChoosing(true)}
        className="font-medium text-accent underline underline-offset-2"
      >
        Change
        <span className="sr-only"> what the key is for</span>
      </button>
      {choosing && <PurposeDialog view={view} onClose={() => setChoosing(false)} />}
    </p>
  )
}

/** Shown while no purpose is chosen: why that matters, and the likeliest answers one click away. */
export function PurposeQuestion({ view }: PurposeProps) {
  const [choosing, setChoosing] = useState(false)
  const patch = usePatchKey(view.id)
  return (
    <section aria-label="Purpose" className="space-y-2 rounded-lg border border-dashed border-edge px-4 py-3">
      <h2 className="text-lead font-semibold">What is this key for?</h2>
      <p className="text-muted">Until you say so, Keytrim calls nothing too much: it shows only what the key may do.</p>
      <div className="flex flex-wrap gap-2">
        {view.suggestions.slice(0, SUGGESTIONS_SHOWN).map(({ id, title, why }) => (
          <Button key={id} title={why} disabled={patch.isPending} onClick={() => patch.mutate({ purposeIds: [id] })}>
            {title}
          </Button>
        ))}
        <Button look="quiet" onClick={() => setChoosing(true)}>
          {view.suggestions.length > 0 ? "Something else" : "Choose"}
        </Button>
      </div>
      {patch.error && (
        <p role="alert" className="text-danger">
          {refusalMessage(patch.error)}
        </p>
      )}
      {choosing && <PurposeDialog view={view} onClose={() => setChoosing(false)} />}
    </section>
  )
}
