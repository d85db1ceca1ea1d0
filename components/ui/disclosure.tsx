import { ChevronRight } from "lucide-react"
import type { ReactNode } from "react"

interface DisclosureProps {
  readonly summary: ReactNode
  readonly open?: boolean
  readonly children: ReactNode
}

/** Details on demand; the browser's own element, so that find-in-page opens it. */
export function Disclosure({ summary, open = false, children }: DisclosureProps) {
  return (
    <details open={open}>
      <summary className="-mx-1 inline-flex items-center gap-1 rounded-sm px-1 py-0.5 font-medium text-accent hover:underline">
        <ChevronRight
          aria-hidden
          className="size-3.5 shrink-0 motion-safe:transition-transform [details[open]>summary>&]:rotate-90"
        />
        {summary}
      </summary>
      <div className="pt-1.5">{children}</div>
    </details>
  )
}
