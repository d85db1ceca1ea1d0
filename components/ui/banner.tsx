import { FlaskConical, type LucideIcon, Pause, Server } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "./class-names"

const KINDS: Record<"sample" | "loopback" | "pause", { readonly icon: LucideIcon; readonly look: string }> = {
  sample: { icon: FlaskConical, look: "bg-accent-soft text-accent border-line" },
  loopback: { icon: Server, look: "bg-warn-soft text-warn border-line" },
  pause: { icon: Pause, look: "bg-warn-soft text-warn border-line" },
}

interface BannerProps {
  readonly kind: keyof typeof KINDS
  readonly children: ReactNode
}

/** A line over the whole width that stays as long as what it says is true. */
export function Banner({ kind, children }: BannerProps) {
  const { icon: Icon, look } = KINDS[kind]
  return (
    <div className={classNames("border-b", look)}>
      <div className="mx-auto flex max-w-[90rem] items-center gap-2 px-4 py-1.5 font-medium md:px-6">
        <Icon aria-hidden className="size-4 shrink-0" />
        <p className="min-w-0">{children}</p>
      </div>
    </div>
  )
}

export function SampleBanner() {
  return <Banner kind="sample">Sample keys: nothing here is real, and nothing goes to Kraken.</Banner>
}

/** The short form beside a key's name. */
export function SampleMark() {
  return (
    <span className="inline-flex shrink-0 items-center gap-1 rounded-sm border border-accent/50 px-1.5 text-note font-medium text-accent">
      <FlaskConical aria-hidden className="size-3" />
      Sample
    </span>
  )
}
