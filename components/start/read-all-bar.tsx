"use client"

import { RotateCw, Square } from "lucide-react"
import { Button } from "@/components/ui/button"
import type { KeyView } from "@/lib/protocol/key-view"
import { canReadUnasked } from "./read-all"
import { useReadAll } from "./use-read-all"

interface ReadAllBarProps {
  readonly keys: readonly KeyView[]
}

/** "Read all": a button, then its progress with a stop. */
export function ReadAllBar({ keys }: ReadAllBarProps) {
  const batch = useReadAll(keys)
  const { progress, busy } = batch
  if (progress !== null && busy) {
    return (
      <div className="flex items-center gap-3">
        <label className="flex items-center gap-2">
          <progress value={progress.done} max={progress.total} className="h-2 w-28 accent-accent" />
          <span role="status" className="tabular">
            {progress.done} of {progress.total} done
          </span>
        </label>
        <Button onClick={batch.stop}>
          <Square aria-hidden className="size-3.5" />
          Stop
        </Button>
      </div>
    )
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Button onClick={batch.begin} disabled={batch.readable === 0}>
        <RotateCw aria-hidden className="size-4" />
        Read all
      </Button>
      <LeftOut keys={keys} />
      {batch.outcome !== null && <Outcome halted={batch.halted} outcome={batch.outcome} />}
    </div>
  )
}

/** Keys that a batch cannot read, because a person has to give something first. */
function LeftOut({ keys }: ReadAllBarProps) {
  const count = keys.filter((key) => key.run === null && !canReadUnasked(key)).length
  if (count === 0) return null
  return (
    <span className="text-muted">
      {count === 1 ? "1 needs its own page to be read" : `${count} need their own page to be read`}
    </span>
  )
}

interface OutcomeProps {
  readonly halted: boolean
  readonly outcome: { readonly read: number; readonly failed: number }
}

function Outcome({ halted, outcome: { read, failed } }: OutcomeProps) {
  const words = failed === 0 ? `${read} read.` : `${read} read, ${failed} could not be read.`
  return (
    <span role="status" className={halted || failed > 0 ? "font-medium text-warn" : "text-muted"}>
      {halted ? `${words} Stopped: signed calls are paused, and going on would make it worse.` : words}
    </span>
  )
}
