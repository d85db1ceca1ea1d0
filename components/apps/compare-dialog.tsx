"use client"

import { useRouter } from "next/navigation"
import { useKeys, usePatchKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { nameOf, realKeys, sampleKeys } from "@/components/start/key-list"
import { SampleMark } from "@/components/ui/banner"
import { Button, ButtonLink } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { LastFour } from "@/components/ui/last-four"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import type { EntryPage } from "@/lib/audit/tick-sheet-schema"
import type { KeyView } from "@/lib/protocol/key-view"

interface CompareDialogProps {
  readonly page: EntryPage
  /** Optional features are on here; a key's page does not know them. */
  readonly withFeatures: boolean
  readonly onClose: () => void
}

/** Which key is to be held against this list: one that is here, or a new one. */
export function CompareDialog({ page, withFeatures, onClose }: CompareDialogProps) {
  const keys = useKeys()
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Which key is for ${page.title}?`}
      description="Its page then shows what to change. Nothing is sent to Kraken by this."
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <ButtonLink href="/add">Add another key</ButtonLink>
        </>
      }
    >
      {withFeatures && (
        <p className="pb-2 text-muted">The key’s page compares with the list without optional features.</p>
      )}
      {keys.error && <p role="alert">{refusalMessage(keys.error)}</p>}
      {keys.isPending && <Waiting />}
      {keys.data && <KeyChoice keys={[...realKeys(keys.data), ...sampleKeys(keys.data)]} purposeId={page.id} />}
    </Dialog>
  )
}

function KeyChoice({ keys, purposeId }: { readonly keys: readonly KeyView[]; readonly purposeId: string }) {
  if (keys.length === 0) return <p>No key is here yet. Add yours, and say on its page what it is for.</p>
  return (
    <ul className="-mx-2">
      {keys.map((key) => (
        <KeyButton key={key.id} view={key} purposeId={purposeId} />
      ))}
    </ul>
  )
}

function KeyButton({ view, purposeId }: { readonly view: KeyView; readonly purposeId: string }) {
  const router = useRouter()
  const patch = usePatchKey(view.id)
  const others = (view.report?.purposes ?? []).filter(({ id }) => id !== purposeId)
  const compare = () =>
    patch.mutate({ purposeIds: [purposeId] }, { onSuccess: () => router.push(`/keys/${encodeURIComponent(view.id)}`) })
  return (
    <li>
      <button
        type="button"
        disabled={patch.isPending}
        onClick={compare}
        className="w-full rounded-md px-2 py-1.5 text-left hover:bg-sunken disabled:opacity-55"
      >
        <span className="flex flex-wrap items-baseline gap-x-2">
          <span className="font-medium wrap-anywhere">{nameOf(view)}</span>
          <LastFour last4={view.last4} />
          {view.sample && <SampleMark />}
        </span>
        {others.length > 0 && (
          <span className="block text-muted">
            So far for {others.map(({ title }) => title).join(", ")}: that is replaced.
          </span>
        )}
        {patch.error && <span className="block text-danger">{refusalMessage(patch.error)}</span>}
      </button>
    </li>
  )
}

function Waiting() {
  return (
    <div className="space-y-2">
      <LoadingWord>Loading your keys</LoadingWord>
      <Skeleton size="h-8 w-full" />
      <Skeleton size="h-8 w-full" />
    </div>
  )
}
