"use client"

import type { ReactNode } from "react"
import { useNow } from "@/components/ui/clock"
import { Panel } from "@/components/ui/panel"
import { TickMark } from "@/components/ui/tick-mark"
import type { Report } from "@/lib/audit/report-schema"
import type { KeyView } from "@/lib/protocol/key-view"
import { DoneChange, OpenChange } from "./change-item"
import { doneTickOf, tickOf } from "./tick-of"

interface ChangesPanelProps {
  readonly view: KeyView
  readonly report: Report
  /** The reading's control, or what a run is doing. */
  readonly control: ReactNode
  /** Whether the first open change is the thing to do next; else the control, or what stands above, is. */
  readonly leads: boolean
}

/** "What to change": every problem once, each ticked by a later reading and by nothing else. */
export function ChangesPanel({ view, report, control, leads }: ChangesPanelProps) {
  const now = useNow()
  const open = view.changes.filter(({ state }) => state === "open")
  const done = view.changes.filter(({ state }) => state === "done")
  const tick = doneTickOf(report, now)
  return (
    <Panel id="change" title="What to change" aside={<Count open={open.length} done={done.length} />}>
      <div className="space-y-2">
        {control}
        {open.length === 0 && <NothingLeft view={view} report={report} />}
      </div>
      {open.length > 0 && (
        <ul className="divide-y divide-line">
          {open.map((change, at) => (
            <OpenChange
              key={change.id}
              change={change}
              view={view}
              findings={report.findings}
              expanded={at === 0}
              next={leads && at === 0}
            />
          ))}
        </ul>
      )}
      {done.length > 0 && (
        <ul aria-label="Done" className="divide-y divide-line border-t border-line">
          {done.map((change) => (
            <DoneChange key={change.id} change={change} tick={tick} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Count({ open, done }: { readonly open: number; readonly done: number }) {
  if (open + done === 0) return null
  return (
    <p className="text-muted tabular">
      {open} open{done > 0 && ` · ${done} done`}
    </p>
  )
}

function NothingLeft({ view, report }: { readonly view: KeyView; readonly report: Report }) {
  const now = useNow()
  const tick = tickOf(report, now)
  const judged = view.purposeIds.length > 0
  return (
    <div className="flex gap-2.5 py-2">
      <TickMark state={judged ? tick : "aged"} />
      <div>
        <p className="text-lead font-semibold">
          {judged ? "Trimmed: nothing left to change" : "Nothing to change yet"}
        </p>
        <p className="text-muted">
          {judged ? trimmedWords(report) : "Say what the key is for, and Keytrim judges each box."}
        </p>
      </div>
    </div>
  )
}

function trimmedWords({ purposes, permissions, source }: Report): string {
  const titles = purposes.map(({ title }) => title).join(", ")
  const exact = permissions.every(({ verdict }) => verdict === "ok" || verdict === "unneeded")
  if (exact && source === "kraken") return `Kraken lists exactly what is needed for ${titles}.`
  return `Keytrim would change nothing about it for: ${titles}.`
}
