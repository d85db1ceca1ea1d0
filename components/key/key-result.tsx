"use client"

import type { RunProgress } from "@/components/api/run-progress"
import { CopyButton } from "@/components/ui/copy-button"
import type { Report } from "@/lib/audit/report-schema"
import { reportAsText } from "@/lib/audit/report-text"
import type { KeyView } from "@/lib/protocol/key-view"
import { ChangesPanel } from "./changes-panel"
import { FailurePanel } from "./failure-panel"
import { KeyHead } from "./key-head"
import { LeakPanel } from "./leak-panel"
import { LimitsPanel } from "./limits-panel"
import { PasteAgain } from "./paste-again"
import { PermissionTable } from "./permission-table"
import { ProofPanel } from "./proof-panel"
import { PurposeQuestion } from "./purpose-line"
import { ReadButton } from "./read-button"
import { RemoveKey } from "./remove-key"
import { RunLine } from "./run-line"
import { SectionLinks } from "./section-links"
import { SentFooter } from "./sent-footer"

interface KeyResultProps {
  readonly view: KeyView
  readonly report: Report
  readonly progress: RunProgress | null
}

/** The page of a key that was read: on a desk screen everything that matters stands above the fold. */
export function KeyResult({ view, report, progress }: KeyResultProps) {
  const undisturbed = view.failure === null && progress === null && view.secret === "held"
  return (
    <div className="space-y-3">
      <KeyHead view={view} report={report} actions={<Actions view={view} report={report} />} />
      <SectionLinks />
      {view.failure && !progress && <FailurePanel view={view} failure={view.failure} />}
      <div className="grid items-start gap-4 lg:grid-cols-[24rem_1fr]">
        <div className="min-w-0 space-y-3">
          {view.purposeIds.length === 0 && <PurposeQuestion view={view} />}
          <ChangesPanel
            view={view}
            report={report}
            control={<Control view={view} progress={progress} />}
            leads={undisturbed}
          />
        </div>
        <div className="min-w-0 space-y-4">
          <PermissionTable permissions={report.permissions} />
          <div className="grid items-start gap-4 xl:grid-cols-2">
            <LimitsPanel view={view} report={report} />
            <div className="space-y-4">
              <LeakPanel leak={report.leak} />
              <ProofPanel report={report} />
            </div>
          </div>
        </div>
      </div>
      <SentFooter view={view} />
    </div>
  )
}

function Actions({ view, report }: { readonly view: KeyView; readonly report: Report }) {
  return (
    <>
      <CopyButton look="quiet" label="Copy result as text" text={() => reportAsText(report)} />
      <RemoveKey view={view} />
    </>
  )
}

/** One thing at a time: what runs, what has to be given first, or the reading itself. A failure brings its own next step. */
function Control({ view, progress }: { readonly view: KeyView; readonly progress: RunProgress | null }) {
  if (progress) return <RunLine view={view} progress={progress} />
  if (view.failure) return null
  if (view.secret === "gone") return <PasteAgain />
  return (
    <div className="flex flex-wrap items-center gap-3">
      <ReadButton view={view} label="Read again" look="outline" />
      <p className="text-muted">checks off what Kraken confirms</p>
    </div>
  )
}
