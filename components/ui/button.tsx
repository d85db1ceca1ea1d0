import { ExternalLink } from "lucide-react"
import Link from "next/link"
import type { ComponentProps, ReactNode } from "react"
import { classNames } from "./class-names"

/** Only one `filled` button stands on a screen: the thing to do next. */
export type ButtonLook = "filled" | "outline" | "quiet" | "danger"

const SHAPE =
  "inline-flex min-h-8 items-center justify-center gap-1.5 rounded-md border px-3 py-1 text-body font-medium motion-safe:transition-colors disabled:cursor-not-allowed disabled:opacity-55"

const LOOKS: Record<ButtonLook, string> = {
  filled: "border-transparent bg-accent text-on-accent enabled:hover:bg-accent-strong [a&]:hover:bg-accent-strong",
  outline: "border-edge bg-surface text-ink enabled:hover:bg-sunken [a&]:hover:bg-sunken",
  quiet: "border-transparent text-accent enabled:hover:bg-accent-soft [a&]:hover:bg-accent-soft",
  danger: "border-danger bg-surface text-danger enabled:hover:bg-danger-soft",
}

export interface ButtonProps extends Omit<ComponentProps<"button">, "className"> {
  readonly look?: ButtonLook
  readonly wide?: boolean
}

export function Button({ look = "outline", wide = false, type = "button", ...rest }: ButtonProps) {
  return <button type={type} data-look={look} className={classNames(SHAPE, LOOKS[look], wide && "w-full")} {...rest} />
}

interface ButtonLinkProps {
  readonly href: string
  readonly look?: ButtonLook
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page to go to, in the shape of a button. */
export function ButtonLink({ href, look = "outline", wide = false, children }: ButtonLinkProps) {
  return (
    <Link href={href} prefetch={false} data-look={look} className={classNames(SHAPE, LOOKS[look], wide && "w-full")}>
      {children}
    </Link>
  )
}

/** The same for a page outside of Keytrim: it opens beside this one, and is told nothing about where it was clicked. */
export function OutsideButtonLink({ href, look = "outline", wide = false, children }: ButtonLinkProps) {
  return (
    <a
      href={href}
      target="_blank"
      rel="noopener noreferrer"
      data-look={look}
      className={classNames(SHAPE, LOOKS[look], wide && "w-full")}
    >
      {children}
      <ExternalLink aria-hidden className="size-3.5 shrink-0" />
      <span className="sr-only">(opens another tab)</span>
    </a>
  )
}
