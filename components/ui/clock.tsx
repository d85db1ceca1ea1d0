"use client"

import { useSyncExternalStore } from "react"
import { momentInWords, remainingInWords } from "./moments"

const listeners = new Set<() => void>()
let nowMs = 0
let ticking: ReturnType<typeof setInterval> | undefined

function tick() {
  nowMs = Date.now()
  for (const listener of listeners) listener()
}

// One timer for the whole page, and only while something shows a time that moves.
function subscribe(listener: () => void) {
  listeners.add(listener)
  ticking ??= setInterval(tick, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(ticking)
    ticking = undefined
  }
}

function readNow() {
  // A clock nobody watched may be old; within one second it must answer the same, or React would render for ever.
  const present = Date.now()
  if (Math.abs(present - nowMs) >= 1000) nowMs = present
  return nowMs
}

/** The time in milliseconds, moving once a second; 0 while the server renders. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, readNow, () => 0)
}

/** What is left until a moment: "2 min 05 s". */
export function Countdown({ until }: { readonly until: string }) {
  const now = useNow()
  return (
    <time dateTime={until} className="whitespace-nowrap tabular">
      {remainingInWords(Date.parse(until), now)}
    </time>
  )
}

/** A moment in the reader's time zone, the date only where it is not today. */
export function Moment({ at }: { readonly at: string }) {
  const now = useNow()
  return (
    <time dateTime={at} className="whitespace-nowrap tabular">
      {momentInWords(at, now)}
    </time>
  )
}
