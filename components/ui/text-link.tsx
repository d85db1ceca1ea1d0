import { ExternalLink } from "lucide-react"
import Link from "next/link"
import type { ReactNode } from "react"

const LOOK = "text-accent underline decoration-1 underline-offset-2 hover:decoration-2"

export function TextLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <Link href={href} prefetch={false} className={LOOK}>
      {children}
    </Link>
  )
}

/** Leads out of Keytrim: opens beside it and tells the other page nothing about where it was clicked. */
export function OutsideLink({ href, children }: { readonly href: string; readonly children: ReactNode }) {
  return (
    <a href={href} target="_blank" rel="noopener noreferrer" className={`${LOOK} inline-flex items-center gap-1`}>
      {children}
      <ExternalLink aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">(opens another tab)</span>
    </a>
  )
}
