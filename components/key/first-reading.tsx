"use client"

import type { RunProgress } from "@/components/api/run-progress"
import { Panel } from "@/components/ui/panel"
import type { KeyView } from "@/lib/protocol/key-view"
import { FailurePanel } from "./failure-panel"
import { destinationName } from "./key-destination"
import { KeyHead } from "./key-head"
import { BodySkeleton } from "./key-skeleton"
import { PasteAgain } from "./paste-again"
import { ReadButton } from "./read-button"
import { RemoveKey } from "./remove-key"
import { RunLine } from "./run-line"
import { ScaleAndRead } from "./scale-and-read"
import { ScaleLine } from "./scale-dialog"
import { SentFooter } from "./sent-footer"

interface FirstReadingProps {
  readonly view: KeyView
  readonly progress: RunProgress | null
}

/** A key of which nothing is known yet: about to be read, being read, or refused. */
export function FirstReading({ view, progress }: FirstReadingProps) {
  return (
    <div className="space-y-4">
      <KeyHead view={view} report={null} actions={<RemoveKey view={view} />} />
      {progress ? (
        <>
          <RunLine view={view} progress={progress} />
          <BodySkeleton />
        </>
      ) : (
        <div className="max-w-3xl">
          {view.failure ? <FailurePanel view={view} failure={view.failure} /> : <ReadyToRead view={view} />}
        </div>
      )}
      <SentFooter view={view} />
    </div>
  )
}

function ReadyToRead({ view }: { readonly view: KeyView }) {
  return (
    <Panel title="Not read yet">
      <div className="space-y-3">
        <p>
          Keytrim asks {destinationName(view.destination)} one question: what may this key do? The question needs no
          permission and changes nothing.
        </p>
        <ReadControl view={view} />
      </div>
    </Panel>
  )
}

function ReadControl({ view }: { readonly view: KeyView }) {
  if (view.secret === "gone") return <PasteAgain />
  if (view.nonceScale === null) return <ScaleAndRead view={view} label="Read this key" />
  return (
    <>
      <p className="text-muted">
        Its program: <ScaleLine view={view} />
      </p>
      <ReadButton view={view} label="Read this key" />
    </>
  )
}
