import { CircleQuestionMark, LoaderCircle } from "lucide-react"
import { RiskWord } from "@/components/ui/risk-word"
import type { KeyView } from "@/lib/protocol/key-view"

/** How dangerous a key is, or why that is not known. Each answer has a shape of its own. */
export function KeyStanding({ view }: { readonly view: KeyView }) {
  if (view.run !== null) {
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-muted">
        <LoaderCircle aria-hidden className="size-4 animate-spin" />
        Reading
      </span>
    )
  }
  if (view.report === null) {
    return (
      <span className="inline-flex items-center gap-1.5 whitespace-nowrap font-semibold text-unknown">
        <CircleQuestionMark aria-hidden className="size-4" />
        Not known
      </span>
    )
  }
  return <RiskWord level={view.report.risk.level} />
}
