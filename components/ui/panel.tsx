import type { ReactNode } from "react"

interface PanelProps {
  readonly title: string
  /** Lets a link lead here. */
  readonly id?: string
  /** Stands at the right end of the heading: a count, a small control. */
  readonly aside?: ReactNode
  readonly children: ReactNode
}

/** A titled area of a page. */
export function Panel({ title, id, aside, children }: PanelProps) {
  return (
    <section id={id} aria-label={title} className="min-w-0 rounded-lg border border-line bg-surface">
      <div className="flex min-h-10 print:min-h-0 print:py-1 items-center justify-between gap-3 border-b border-line px-4 py-1.5">
        <h2 className="text-lead font-semibold">{title}</h2>
        {aside}
      </div>
      <div className="px-4 py-3 print:py-1.5">{children}</div>
    </section>
  )
}
