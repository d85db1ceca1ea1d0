"use client"

import type { ReactNode } from "react"
import { useLiveEvents } from "@/components/api/live-events"
import { IdleWatch } from "@/components/session/idle-watch"
import { Header } from "./header"
import { StandingBanners } from "./standing-banners"

/** What surrounds every page of an open session. */
export function Shell({ children }: { readonly children: ReactNode }) {
  useLiveEvents()
  return (
    <>
      <a
        href="#content"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-50 focus:rounded-md focus:bg-surface focus:px-3 focus:py-2"
      >
        Skip to the content
      </a>
      <Header />
      <StandingBanners />
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <IdleWatch />
    </>
  )
}
