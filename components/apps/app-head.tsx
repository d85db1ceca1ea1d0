import type { ReactNode } from "react"
import type { EntryPage } from "@/lib/audit/tick-sheet-schema"
import { categoryName, kindWords } from "./entry-words"

interface AppHeadProps {
  readonly page: EntryPage
  readonly actions?: ReactNode
  /** The verdict. */
  readonly children: ReactNode
}

/** Which application this is, and in one sentence what to tick for it. */
export function AppHead({ page, actions, children }: AppHeadProps) {
  const { title, summary, category, kind } = page
  return (
    <div className="space-y-1.5">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <div className="flex min-w-0 flex-wrap items-baseline gap-x-2.5">
          <h1 className="min-w-0 text-title font-semibold wrap-anywhere">{title}</h1>
          <p className="text-muted">{kind === "application" ? categoryName(category) : kindWords(kind)}</p>
        </div>
        {actions !== undefined && <div className="flex flex-wrap gap-1 max-md:-ml-3 print:hidden">{actions}</div>}
      </div>
      {children}
      <p className="max-w-prose text-muted">{summary}</p>
    </div>
  )
}
