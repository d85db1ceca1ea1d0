"use client"

import { TriangleAlert } from "lucide-react"
import { Panel } from "@/components/ui/panel"
import type { EntryPage, TickSheet } from "@/lib/audit/tick-sheet-schema"
import { AppActions } from "./app-actions"
import { AppHead } from "./app-head"
import { AppLimits } from "./app-limits"
import { AppSource } from "./app-source"
import { BoxStrip } from "./box-strip"
import { FeatureSwitches } from "./feature-switches"
import { TickTable } from "./tick-table"

interface AppSheetProps {
  readonly page: EntryPage
  readonly sheet: TickSheet
  readonly on: readonly string[]
  readonly onToggle: (feature: string) => void
}

/** The page of an application whose boxes are known; on paper it takes one sheet. */
export function AppSheet({ page, sheet, on, onToggle }: AppSheetProps) {
  return (
    <div className="space-y-4 print:space-y-2">
      <AppHead page={page} actions={<AppActions page={page} sheet={sheet} />}>
        <p className="text-verdict font-semibold tracking-tight text-balance" aria-live="polite">
          {sheet.headline}
        </p>
        <p className="flex flex-wrap items-center gap-x-4 gap-y-1 text-lead text-muted">
          {sheet.detail}
          <BoxStrip asks={sheet.asks} needs={sheet.needs} />
        </p>
        {sheet.dangers.map((danger) => (
          <p key={danger} className="flex max-w-3xl items-start gap-2 text-danger">
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
            {danger}
          </p>
        ))}
      </AppHead>
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_28rem] print:grid-cols-2 print:items-stretch print:gap-2">
        <div className="min-w-0 space-y-4 print:contents print:space-y-0">
          <div className="print:col-span-2">
            <TickTable sheet={sheet} kind={page.kind} />
          </div>
          {page.notes !== null && (
            <Panel title="Good to know">
              <p className="max-w-prose">{page.notes}</p>
            </Panel>
          )}
        </div>
        <div className="min-w-0 space-y-4 print:contents print:space-y-0">
          <FeatureSwitches sheet={sheet} on={on} onToggle={onToggle} />
          <div className="print:col-span-2">
            <AppLimits sheet={sheet} />
          </div>
          <div className="print:col-span-2">
            <AppSource page={page} />
          </div>
        </div>
      </div>
    </div>
  )
}
