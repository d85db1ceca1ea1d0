"use client"

import { useState } from "react"
import { usePatchKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import type { KeyView } from "@/lib/protocol/key-view"
import { NonceScaleChoice } from "./nonce-scale-choice"
import { ReadButton } from "./read-button"

interface ScaleAndReadProps {
  readonly view: KeyView
  readonly label: string
  readonly disabled?: boolean
}

/** The question about the program's counter with the reading right below it; the answer is kept before anything is sent. */
export function ScaleAndRead({ view, label, disabled = false }: ScaleAndReadProps) {
  const [scale, setScale] = useState(view.nonceScale)
  const patch = usePatchKey(view.id)
  const saved = scale !== null && scale === view.nonceScale
  return (
    <div className="space-y-3">
      <NonceScaleChoice
        value={scale}
        onChange={(next) => {
          setScale(next)
          patch.mutate({ nonceScale: next })
        }}
      />
      {patch.error && (
        <p role="alert" className="text-danger">
          {refusalMessage(patch.error)}
        </p>
      )}
      <ReadButton view={view} label={label} disabled={disabled || !saved} />
    </div>
  )
}
