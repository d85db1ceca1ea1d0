"use client"

import { type ReactNode, useEffect, useLayoutEffect } from "react"
import { applyTheme } from "@/components/shell/theme-choice"
import { NoSession } from "./no-session"
import { beginSession, useSessionState } from "./session-store"

/** Shows the page only to who has a session; without one it says how to get one, and nothing else. */
export function SessionGate({ children }: { readonly children: ReactNode }) {
  const session = useSessionState()
  // Here, because the page without a session has a theme as well.
  useLayoutEffect(applyTheme, [])
  useEffect(() => {
    // A new link pasted into this tab changes the fragment only: no page load follows.
    const begin = () => void beginSession()
    begin()
    window.addEventListener("hashchange", begin)
    return () => window.removeEventListener("hashchange", begin)
  }, [])

  if (session.kind === "none") return <NoSession why={session.why} />
  if (session.kind === "opening") return <p className="sr-only">Opening Keytrim</p>
  return children
}
