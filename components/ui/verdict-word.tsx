import { CircleQuestionMark, type LucideIcon, Square, SquareCheck, SquarePlus, SquareX } from "lucide-react"
import type { Verdict } from "@/lib/audit/report-schema"
import { classNames } from "./class-names"

/** Each verdict has its own shape, so that grey paper tells them apart; only "Keep" has a tick. */
const VERDICTS: Record<Verdict, { readonly word: string; readonly icon: LucideIcon; readonly look: string }> = {
  excess: { word: "Untick", icon: SquareX, look: "border-danger bg-danger-soft text-danger font-semibold" },
  ok: { word: "Keep", icon: SquareCheck, look: "border-transparent text-ok font-medium" },
  missing: { word: "Tick", icon: SquarePlus, look: "border-warn bg-warn-soft text-warn font-semibold" },
  unneeded: { word: "Leave off", icon: Square, look: "border-transparent text-muted" },
  unknown: {
    word: "Not known",
    icon: CircleQuestionMark,
    look: "border-dashed border-unknown bg-unknown-soft text-unknown font-medium",
  },
}

export function verdictWord(verdict: Verdict): string {
  return VERDICTS[verdict].word
}

export function VerdictWord({ verdict }: { readonly verdict: Verdict }) {
  const { word, icon: Icon, look } = VERDICTS[verdict]
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap rounded-sm border px-1.5", look)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {word}
    </span>
  )
}
