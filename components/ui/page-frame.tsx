import type { ReactNode } from "react"

interface PageFrameProps {
  /** `narrow` for pages that are read rather than scanned. */
  readonly width?: "wide" | "narrow"
  readonly children: ReactNode
}

/** The column that a page's content stands in. */
export function PageFrame({ width = "wide", children }: PageFrameProps) {
  const limit = width === "wide" ? "max-w-[90rem]" : "max-w-3xl"
  return <div className={`mx-auto w-full ${limit} px-4 py-4 md:px-6 print:p-0`}>{children}</div>
}

interface PageTitleProps {
  readonly title: string
  /** One sentence: what this page is for. */
  readonly lead?: ReactNode
  readonly actions?: ReactNode
}

export function PageTitle({ title, lead, actions }: PageTitleProps) {
  return (
    <div className="mb-4 flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
      <div className="min-w-0 max-w-prose space-y-1">
        <h1 className="text-verdict font-semibold tracking-tight">{title}</h1>
        {lead !== undefined && <p className="text-lead text-muted">{lead}</p>}
      </div>
      {actions !== undefined && <div className="flex flex-wrap gap-2">{actions}</div>}
    </div>
  )
}
