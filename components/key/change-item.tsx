"use client"

import { Moment } from "@/components/ui/clock"
import { Disclosure } from "@/components/ui/disclosure"
import { SeverityWord } from "@/components/ui/risk-word"
import { TickMark, type TickState } from "@/components/ui/tick-mark"
import type { Report } from "@/lib/audit/report-schema"
import type { TrackedChange } from "@/lib/audit/tracked-change"
import type { KeyView } from "@/lib/protocol/key-view"
import { KeyScreenLink } from "./key-screen-link"
import { shortReason } from "./short-reason"

interface OpenChangeProps {
  readonly change: TrackedChange
  readonly view: Pick<KeyView, "id" | "destination">
  readonly findings: Report["findings"]
  /** The first one shows its steps at once. */
  readonly expanded: boolean
  /** Whether this change is the thing to do next. */
  readonly next: boolean
}

export function OpenChange({ change, view, findings, expanded, next }: OpenChangeProps) {
  const { short, more } = shortReason(change, findings)
  return (
    <li className="flex gap-2.5 py-2.5">
      <TickMark state="open" />
      <div className="min-w-0 flex-1 space-y-1">
        <h3 className="text-lead font-semibold">{change.title}</h3>
        {change.appeared && <p className="font-medium text-warn">New since an earlier reading</p>}
        <p className="text-muted">
          <SeverityWord severity={change.severity} /> · {short}
        </p>
        <Disclosure summary="Steps" open={expanded}>
          <ol className="list-decimal space-y-1 pl-5 marker:text-muted">
            {change.steps.map((step) => (
              <li key={step}>{step}</li>
            ))}
          </ol>
          <p className="mt-1.5 text-muted">Done when: {change.proof}</p>
          <div className="pt-2">
            <KeyScreenLink view={view} look={next ? "filled" : "outline"} />
          </div>
          {more !== "" && (
            <div className="pt-2">
              <Disclosure summary="Why it matters">
                <p className="text-muted">{more}</p>
              </Disclosure>
            </div>
          )}
        </Disclosure>
      </div>
    </li>
  )
}

export function DoneChange({ change, tick }: { readonly change: TrackedChange; readonly tick: TickState }) {
  return (
    <li className="flex gap-2.5 py-2">
      <TickMark state={tick} />
      <div className="min-w-0 flex-1">
        <h3 className="font-medium">
          {change.title} <span className="sr-only">(done)</span>
        </h3>
        <p className="text-muted">
          {change.saw}
          {change.doneAt !== null && (
            <>
              {" · "}
              <Moment at={change.doneAt} />
            </>
          )}
        </p>
      </div>
    </li>
  )
}
