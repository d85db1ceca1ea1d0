"use client"

import { LoaderCircle } from "lucide-react"
import type { RunProgress } from "@/components/api/run-progress"
import { useStopRun } from "@/components/api/runs"
import { Button } from "@/components/ui/button"
import { Countdown } from "@/components/ui/clock"
import type { KeyView } from "@/lib/protocol/key-view"
import { destinationName } from "./key-destination"

/** What a run is doing now, why it waits and for how long, and the way to stop it. */
export function RunLine({ view, progress }: { readonly view: KeyView; readonly progress: RunProgress }) {
  const stop = useStopRun()
  return (
    <div className="flex items-start gap-3 rounded-md bg-sunken px-3 py-2">
      <LoaderCircle aria-hidden className="mt-0.5 size-4 shrink-0 text-accent motion-safe:animate-spin" />
      <div className="min-w-0 flex-1">
        <p role="status" className="font-medium">
          {progress.waiting?.text ?? `Asking ${destinationName(view.destination)} what this key may do`}
        </p>
        <p className="text-muted">
          {progress.waiting?.until != null && (
            <>
              Goes on in <Countdown until={progress.waiting.until} />.{" "}
            </>
          )}
          {sentSoFar(progress.probes.length)}
        </p>
        {view.nonceScale === "unknown" && (
          <p className="text-muted">Finding your program’s counter carefully, so that it keeps working.</p>
        )}
      </div>
      <Button disabled={stop.isPending} onClick={() => stop.mutate(progress.runId)}>
        Stop
      </Button>
    </div>
  )
}

function sentSoFar(calls: number): string {
  if (calls === 0) return "Nothing sent yet."
  return `${calls} ${calls === 1 ? "call" : "calls"} sent.`
}
