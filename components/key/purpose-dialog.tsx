"use client"

import { useState } from "react"
import { usePatchKey } from "@/components/api/keys"
import { usePurposes } from "@/components/api/purposes"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/choices"
import { Dialog } from "@/components/ui/dialog"
import { TextField } from "@/components/ui/field"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import type { KeyView } from "@/lib/protocol/key-view"
import { findPurposes } from "./purpose-search"

interface PurposeDialogProps {
  readonly view: KeyView
  readonly onClose: () => void
}

/** Says what a key is for: suggestions first, then everything that the catalogue knows. */
export function PurposeDialog({ view, onClose }: PurposeDialogProps) {
  const [chosen, setChosen] = useState<readonly string[]>(view.purposeIds)
  const patch = usePatchKey(view.id)
  const toggle = (id: string, checked: boolean) =>
    setChosen((before) => (checked ? [...before, id] : before.filter((other) => other !== id)))
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="wide"
      title="What is this key for?"
      description="Choose what really uses it. Each program is better off with a key of its own."
      footer={
        <>
          {chosen.length > 0 && (
            <Button look="quiet" onClick={() => setChosen([])}>
              Clear
            </Button>
          )}
          <Button onClick={onClose}>Leave it</Button>
          <Button
            look="filled"
            disabled={patch.isPending || same(chosen, view.purposeIds)}
            onClick={() => patch.mutate({ purposeIds: [...chosen] }, { onSuccess: onClose })}
          >
            {chosen.length === 0 && view.purposeIds.length > 0 ? "Save without a purpose" : "Save"}
          </Button>
        </>
      }
    >
      {patch.error && (
        <p role="alert" className="pb-2 text-danger">
          {refusalMessage(patch.error)}
        </p>
      )}
      <PurposeList view={view} chosen={chosen} onToggle={toggle} />
    </Dialog>
  )
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((id) => right.includes(id))
}

interface PurposeListProps {
  readonly view: KeyView
  readonly chosen: readonly string[]
  readonly onToggle: (id: string, checked: boolean) => void
}

function PurposeList({ view, chosen, onToggle }: PurposeListProps) {
  const purposes = usePurposes()
  const [wanted, setWanted] = useState("")
  if (purposes.error) return <p role="alert">{refusalMessage(purposes.error)}</p>
  if (!purposes.data) return <WaitingList />
  const sections = findPurposes(purposes.data, wanted)
  return (
    <div className="space-y-4">
      <TextField
        label="Search"
        type="search"
        placeholder="Koinly, tax, bot …"
        autoComplete="off"
        value={wanted}
        onChange={(event) => setWanted(event.target.value)}
      />
      {wanted.trim() === "" && view.suggestions.length > 0 && (
        <Section title="Suggested for this key">
          {view.suggestions.map(({ id, title, why }) => (
            <Checkbox
              key={id}
              label={title}
              help={why}
              checked={chosen.includes(id)}
              onChange={(on) => onToggle(id, on)}
            />
          ))}
        </Section>
      )}
      {sections.map((section) => (
        <Section key={section.title} title={section.title}>
          {section.purposes.map(({ id, title, summary }) => (
            <Checkbox
              key={id}
              label={title}
              help={summary}
              checked={chosen.includes(id)}
              onChange={(on) => onToggle(id, on)}
            />
          ))}
        </Section>
      ))}
      {sections.length === 0 && (
        <p className="text-muted">
          Nothing fits “{wanted}”. Look under “not listed”: there is a stand-in for tax tools, trackers and bots.
        </p>
      )}
    </div>
  )
}

function Section({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <fieldset>
      <legend className="pb-1 text-note font-medium text-muted">{title}</legend>
      <div className="grid gap-x-6 sm:grid-cols-2">{children}</div>
    </fieldset>
  )
}

function WaitingList() {
  return (
    <div className="space-y-3">
      <LoadingWord />
      {["a", "b", "c", "d"].map((row) => (
        <Skeleton key={row} size="h-10 w-full" />
      ))}
    </div>
  )
}
