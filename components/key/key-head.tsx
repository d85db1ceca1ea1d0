"use client"

import { CircleCheck } from "lucide-react"
import type { ReactNode } from "react"
import { SampleMark } from "@/components/ui/banner"
import { Moment, useNow } from "@/components/ui/clock"
import { LastFour } from "@/components/ui/last-four"
import type { Report } from "@/lib/audit/report-schema"
import type { KeyView } from "@/lib/protocol/key-view"
import { PurposeLine } from "./purpose-line"
import { RiskReasons } from "./risk-reasons"
import { tickOf } from "./tick-of"

interface KeyHeadProps {
  readonly view: KeyView
  readonly report: Report | null
  readonly actions: ReactNode
}

/** Which key this is, what it can do in one sentence, and how dangerous that is. */
export function KeyHead({ view, report, actions }: KeyHeadProps) {
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h1 className="min-w-0 text-title font-semibold wrap-anywhere">{view.name ?? "Key without a name yet"}</h1>
          <LastFour last4={view.last4} />
          {view.sample && <SampleMark />}
        </div>
        <div className="flex flex-wrap gap-1 max-md:-ml-3">{actions}</div>
      </div>
      {report && <Verdict report={report} finished={isFinished(view, report)} />}
      {report && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
          <RiskReasons risk={report.risk} />
          <PurposeLine view={view} report={report} />
          {report.readAt !== null && (
            <p className="text-muted">
              Read <Moment at={report.readAt} />
            </p>
          )}
        </div>
      )}
    </div>
  )
}

/** A purpose is chosen, and no change is left open. */
function isFinished(view: KeyView, report: Report): boolean {
  return report.purposes.length > 0 && view.changes.every(({ state }) => state === "done")
}

function Verdict({ report, finished }: { readonly report: Report; readonly finished: boolean }) {
  // The same tick as in the list of changes: nothing green over what was told by hand, is old, or is only partly known.
  const tick = tickOf(report, useNow())
  return (
    <div>
      <p className="flex items-start gap-2 text-verdict font-semibold tracking-tight text-balance">
        {finished && tick !== "aged" && <CircleCheck aria-hidden className="mt-1 size-6 shrink-0 text-ok" />}
        {report.summary.headline}
      </p>
      <p className="text-lead text-muted">{report.summary.detail}</p>
    </div>
  )
}
