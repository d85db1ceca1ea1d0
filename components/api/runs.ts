"use client"

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useEffect } from "react"
import * as z from "zod/mini"
import type { KeyView, StartRun } from "@/lib/protocol/key-view"
import { runEventSchema } from "@/lib/protocol/run-event"
import { refreshKey } from "./keys"
import { readEvents } from "./ndjson"
import { queryNames } from "./query-names"
import { request, requestRaw } from "./request"
import { advance, newProgress, type RunProgress } from "./run-progress"

const startedRunSchema = z.strictObject({ runId: z.string() })

const pathOf = (runId: string) => `/api/runs/${encodeURIComponent(runId)}`

/** Asks Kraken about a key. A mutation, so that nothing but a person's click spends the key's budget. */
export function useReadKey(keyId: string) {
  const client = useQueryClient()
  return useMutation({
    // A one-time code may be among the options.
    gcTime: 0,
    mutationFn: (options: StartRun) =>
      request(startedRunSchema, `/api/keys/${encodeURIComponent(keyId)}/runs`, { method: "POST", body: options }),
    onSuccess: ({ runId }) => {
      client.setQueryData<RunProgress>(queryNames.progress(keyId), (progress) =>
        progress?.runId === runId ? progress : newProgress(runId),
      )
      return refreshKey(client, keyId)
    },
  })
}

/** The same for a key that has no page yet, or for several keys one after another. */
export function useReadAnyKey() {
  const client = useQueryClient()
  return useMutation({
    gcTime: 0,
    mutationFn: ({ keyId, options }: { readonly keyId: string; readonly options: StartRun }) =>
      request(startedRunSchema, `/api/keys/${encodeURIComponent(keyId)}/runs`, { method: "POST", body: options }),
    onSuccess: (_run, { keyId }) => refreshKey(client, keyId),
  })
}

/** Stops a run; what it sent is sent, what it learnt is dropped. */
export function useStopRun() {
  return useMutation({ mutationFn: (runId: string) => requestRaw(pathOf(runId), { method: "DELETE" }) })
}

/** Replays a run from its beginning: the page was opened while it went on, and the live stream tells only what comes. */
async function replay(client: QueryClient, keyId: string, runId: string, signal: AbortSignal) {
  const { body } = await requestRaw(`${pathOf(runId)}/events?from=0`, { signal })
  if (!body) return
  for await (const event of readEvents(body, runEventSchema)) {
    client.setQueryData<RunProgress>(queryNames.progress(keyId), (progress) => advance(progress ?? null, runId, event))
  }
  await refreshKey(client, keyId)
}

/** How the key's present run is doing, as far as the live stream told; null while none is. */
export function useRunProgress(key: KeyView | undefined): RunProgress | null {
  const keyId = key?.id ?? ""
  const runId = key?.run?.id ?? null
  const { data = null } = useQuery<RunProgress | null>({
    queryKey: queryNames.progress(keyId),
    queryFn: () => null,
    enabled: false,
  })
  if (data?.state === "running") return data
  // The key may still say that it runs when the stream has already told of the end.
  return runId !== null && data?.runId !== runId ? newProgress(runId) : null
}

/** Makes up for what the live stream told before this page listened. One connection a run: for a page of one key, not for a list. */
export function useReplay(key: KeyView | undefined) {
  const client = useQueryClient()
  const keyId = key?.id ?? ""
  const runId = key?.run?.id ?? null
  useEffect(() => {
    if (runId === null) return
    const stop = new AbortController()
    // A replay that fails leaves the run to the live stream.
    replay(client, keyId, runId, stop.signal).catch(() => undefined)
    return () => stop.abort()
  }, [client, keyId, runId])
}
