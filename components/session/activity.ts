"use client"

import { useEffect, useRef } from "react"

const REPORT_AT_MOST_EVERY_MS = 20_000
const SIGNS_OF_LIFE = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"] as const

/** Calls `onActivity` when a person moves, types or scrolls, at most every 20 seconds; not at all while paused. */
export function useActivity(onActivity: () => void, { paused }: { readonly paused: boolean }) {
  const latest = useRef(onActivity)
  const reportedAtMs = useRef(0)
  useEffect(() => {
    latest.current = onActivity
  })
  useEffect(() => {
    if (paused) return
    const notice = (event: Event) => {
      // Scripts can send events too; only a person's count.
      if (!event.isTrusted || Date.now() - reportedAtMs.current < REPORT_AT_MOST_EVERY_MS) return
      reportedAtMs.current = Date.now()
      latest.current()
    }
    for (const sign of SIGNS_OF_LIFE) window.addEventListener(sign, notice, { passive: true })
    return () => {
      for (const sign of SIGNS_OF_LIFE) window.removeEventListener(sign, notice)
    }
  }, [paused])
}
