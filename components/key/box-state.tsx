import { classNames } from "@/components/ui/class-names"
import type { PermissionState } from "@/lib/audit/facts"

const STATES: Record<PermissionState, { readonly word: string; readonly look: string; readonly mark: string }> = {
  granted: { word: "Ticked", look: "text-ink", mark: "border-ink bg-ink" },
  denied: { word: "Not ticked", look: "text-muted", mark: "border-edge" },
  unknown: { word: "Not known", look: "text-unknown", mark: "border-dashed border-unknown" },
}

/** How a box stands at Kraken today: filled, empty or dashed. */
export function BoxState({ state }: { readonly state: PermissionState }) {
  const { word, look, mark } = STATES[state]
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap", look)}>
      <span aria-hidden className={classNames("size-2.5 shrink-0 rounded-[2px] border", mark)} />
      {word}
    </span>
  )
}
