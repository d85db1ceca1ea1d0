"use client"

import Link from "next/link"
import { usePathname } from "next/navigation"
import { classNames } from "@/components/ui/class-names"
import { Logo } from "./logo"
import { ThemeSwitch } from "./theme-switch"

const PLACES = [
  { href: "/", label: "Keys", holds: /^\/($|keys\/|add$|try)/ },
  { href: "/apps", label: "Apps", holds: /^\/apps(\/|$)/ },
  { href: "/settings", label: "Settings", holds: /^\/settings$/ },
] as const

export function Header() {
  const pathname = usePathname()
  return (
    <header className="sticky top-0 print:hidden z-20 border-b border-line bg-surface">
      <div className="mx-auto flex h-12 max-w-[90rem] items-center gap-4 px-4 md:gap-6 md:px-6">
        <Link href="/" prefetch={false} className="inline-flex items-center gap-2 text-title font-semibold">
          <Logo />
          Keytrim
        </Link>
        <nav aria-label="Main" className="flex h-full flex-1 items-stretch gap-1">
          {PLACES.map(({ href, label, holds }) => {
            const here = holds.test(pathname)
            return (
              <Link
                key={href}
                href={href}
                prefetch={false}
                aria-current={here ? "page" : undefined}
                className={classNames(
                  "inline-flex items-center border-b-2 px-2 text-lead",
                  here ? "border-accent font-semibold text-ink" : "border-transparent text-muted hover:text-ink",
                )}
              >
                {label}
              </Link>
            )
          })}
        </nav>
        <ThemeSwitch />
      </div>
    </header>
  )
}
