import { CircleCheck, CircleQuestionMark, Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "./class-names"

export type Tone = "info" | "ok" | "warn" | "danger" | "unknown"

const TONES: Record<Tone, { readonly icon: LucideIcon; readonly box: string; readonly mark: string }> = {
  info: { icon: Info, box: "border-line bg-surface", mark: "text-muted" },
  ok: { icon: CircleCheck, box: "border-ok/40 bg-ok-soft", mark: "text-ok" },
  warn: { icon: TriangleAlert, box: "border-warn/40 bg-warn-soft", mark: "text-warn" },
  danger: { icon: OctagonAlert, box: "border-danger/40 bg-danger-soft", mark: "text-danger" },
  unknown: { icon: CircleQuestionMark, box: "border-dashed border-unknown/60 bg-unknown-soft", mark: "text-unknown" },
}

interface NoticeProps {
  readonly tone: Tone
  readonly title?: string
  /** "alert" interrupts a screen reader, "status" waits; leave it out for what stood there from the start. */
  readonly role?: "alert" | "status"
  readonly children?: ReactNode
}

/** Something a person should know, with at most one thing to do about it. */
export function Notice({ tone, title, role, children }: NoticeProps) {
  const { icon: Icon, box, mark } = TONES[tone]
  return (
    <div role={role} className={classNames("flex gap-3 rounded-lg border px-4 py-3", box)}>
      <Icon aria-hidden className={classNames("mt-0.5 size-4.5 shrink-0", mark)} />
      <div className="min-w-0 flex-1 space-y-1.5">
        {title !== undefined && <p className="text-lead font-semibold">{title}</p>}
        {children}
      </div>
    </div>
  )
}
