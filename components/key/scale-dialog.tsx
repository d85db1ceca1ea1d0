"use client"

import { useState } from "react"
import { usePatchKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { KeyView } from "@/lib/protocol/key-view"
import { NonceScaleChoice } from "./nonce-scale-choice"

/** Ends a sentence that begins with "Its program". */
const HOW_IT_COUNTS: Record<NonceScale, string> = {
  unused: "none: nothing uses this key",
  s: "counts in seconds",
  ms: "counts in milliseconds",
  us: "counts in microseconds",
  ticks: "counts in .NET ticks",
  ns: "counts in nanoseconds",
  counter: "uses a plain counter",
  unknown: "not known how it counts",
}

/** How the program on the key counts, and the way to correct it. */
export function ScaleLine({ view }: { readonly view: KeyView }) {
  const [changing, setChanging] = useState(false)
  return (
    <>
      <span>{view.nonceScale === null ? "not said yet" : HOW_IT_COUNTS[view.nonceScale]}</span>{" "}
      <button
        type="button"
        onClick={() => setChanging(true)}
        className="font-medium text-accent underline underline-offset-2"
      >
        Change<span className="sr-only"> how the program counts</span>
      </button>
      {changing && <ScaleDialog view={view} onClose={() => setChanging(false)} />}
    </>
  )
}

interface ScaleDialogProps {
  readonly view: KeyView
  readonly onClose: () => void
}

function ScaleDialog({ view, onClose }: ScaleDialogProps) {
  const [scale, setScale] = useState(view.nonceScale)
  const patch = usePatchKey(view.id)
  const save = () => scale !== null && patch.mutate({ nonceScale: scale }, { onSuccess: onClose })
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="The program on this key"
      width="wide"
      footer={
        <>
          <Button onClick={onClose}>Leave it</Button>
          <Button look="filled" disabled={scale === null || patch.isPending} onClick={save}>
            Save
          </Button>
        </>
      }
    >
      <NonceScaleChoice value={scale} onChange={setScale} />
      {patch.error && (
        <p role="alert" className="pt-2 text-danger">
          {refusalMessage(patch.error)}
        </p>
      )}
    </Dialog>
  )
}
