"use client"

import { useState } from "react"
import { usePatchKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import type { KeyView } from "@/lib/protocol/key-view"
import { NonceScaleChoice } from "./nonce-scale-choice"

export function scaleLabel(scale: NonceScale | null): string {
  return NONCE_SCALES.find(({ id }) => id === scale)?.label ?? "Not said yet"
}

/** How the program on the key counts, and the way to correct it. */
export function ScaleLine({ view }: { readonly view: KeyView }) {
  const [changing, setChanging] = useState(false)
  return (
    <>
      <span>{scaleLabel(view.nonceScale)}</span>{" "}
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
