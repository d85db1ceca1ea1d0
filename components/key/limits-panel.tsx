"use client"

import { CircleQuestionMark, Minus, TriangleAlert } from "lucide-react"
import { useNow } from "@/components/ui/clock"
import { Panel } from "@/components/ui/panel"
import type { Report } from "@/lib/audit/report-schema"
import type { KeyView } from "@/lib/protocol/key-view"
import { type Limit, limitsOf } from "./limits"
import { ScaleLine } from "./scale-dialog"
import { Scannable } from "./scannable"

const MARKS = {
  calm: { icon: Minus, look: "text-muted", mark: "text-muted" },
  finding: { icon: TriangleAlert, look: "text-ink", mark: "text-warn" },
  unknown: { icon: CircleQuestionMark, look: "text-unknown", mark: "text-unknown" },
} as const

/** What bounds the key besides its permissions, each with a plain judgement. */
export function LimitsPanel({ view, report }: { readonly view: KeyView; readonly report: Report }) {
  const now = useNow()
  return (
    <Panel id="limits" title="Limits">
      <dl className="divide-y divide-line">
        {limitsOf(report, now).map((limit) => (
          <LimitRow key={limit.id} limit={limit} />
        ))}
        <div className="grid gap-x-4 py-1.5 sm:grid-cols-[11rem_1fr]">
          <dt className="text-muted">Its program</dt>
          <dd>
            <ScaleLine view={view} />
          </dd>
        </div>
      </dl>
    </Panel>
  )
}

function LimitRow({ limit: { label, value, judgement } }: { readonly limit: Limit }) {
  const { icon: Icon, look, mark } = MARKS[judgement.tone]
  return (
    <div className="grid gap-x-4 py-1.5 sm:grid-cols-[11rem_1fr]">
      <dt className="text-muted">{label}</dt>
      <dd className="min-w-0 font-medium wrap-anywhere">{value}</dd>
      <dd className={`col-span-full flex items-start gap-1.5 ${look}`}>
        <Icon aria-hidden className={`mt-0.5 size-3.5 shrink-0 ${mark}`} />
        <div>
          <Scannable text={judgement.text} />
        </div>
      </dd>
    </div>
  )
}
