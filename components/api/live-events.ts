"use client"

import { type QueryClient, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import { type LiveEvent, liveEventSchema } from "@/lib/protocol/run-event"
import { readEvents } from "./ndjson"
import { queryNames } from "./query-names"
import { Refused, requestRaw } from "./request"
import { advance, type RunProgress } from "./run-progress"

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 15_000
const BURST_MS = 40

type Refresh = (queryKey: readonly string[]) => void

/** Asks again for what is named, once for a burst of events: forty keys that change at a stroke are one question. */
function refresherOf(client: QueryClient): Refresh {
  const due = new Map<string, readonly string[]>()
  return (queryKey) => {
    if (due.size === 0) {
      setTimeout(() => {
        const queryKeys = [...due.values()]
        due.clear()
        for (const name of queryKeys) void client.invalidateQueries({ queryKey: name })
      }, BURST_MS)
    }
    due.set(queryKey.join(" "), queryKey)
  }
}

/** What one event means for the answers that pages hold. */
function apply(client: QueryClient, refresh: Refresh, event: LiveEvent) {
  switch (event.type) {
    case "hello":
      // Whatever changed while nobody listened is asked for again.
      return void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== "progress" })
    case "run":
      client.setQueryData<RunProgress>(queryNames.progress(event.keyId), (progress) =>
        advance(progress ?? null, event.runId, event.event),
      )
      if (["started", "finished", "failed", "stopped"].includes(event.event.type)) {
        refresh(queryNames.key(event.keyId))
        refresh(queryNames.keys)
        refresh(queryNames.session)
      }
      return
    case "key-changed":
      refresh(queryNames.key(event.keyId))
      return refresh(queryNames.keys)
    case "key-removed":
      client.removeQueries({ queryKey: queryNames.progress(event.keyId) })
      refresh(queryNames.key(event.keyId))
      return refresh(queryNames.keys)
    case "session-changed":
      refresh(queryNames.session)
      refresh(queryNames.sandbox)
      return refresh(queryNames.keys)
    case "beat":
      return
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener("abort", () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Follows the stream until `signal` aborts or the session ends; a broken connection is taken up again, ever more slowly. */
async function follow(client: QueryClient, signal: AbortSignal) {
  const refresh = refresherOf(client)
  let pauseMs = FIRST_PAUSE_MS
  while (!signal.aborted) {
    try {
      const { body } = await requestRaw("/api/events", { signal })
      if (body) {
        for await (const event of readEvents(body, liveEventSchema)) {
          pauseMs = FIRST_PAUSE_MS
          if (signal.aborted) return
          apply(client, refresh, event)
        }
      }
    } catch (problem) {
      if (problem instanceof Refused && problem.status === 401) return
    }
    await pause(pauseMs, signal)
    pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)
  }
}

/** Keeps every page's answers true; used once, by the shell. */
export function useLiveEvents() {
  const client = useQueryClient()
  useEffect(() => {
    const stop = new AbortController()
    void follow(client, stop.signal)
    return () => stop.abort()
  }, [client])
}
