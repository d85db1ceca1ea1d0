"use client"

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { sessionViewSchema } from "@/lib/protocol/session-view"
import { queryNames } from "./query-names"
import { request, requestRaw } from "./request"

/** What holds for the whole dashboard: version, idle times, pauses. */
export function useSession() {
  return useQuery({
    queryKey: queryNames.session,
    queryFn: ({ signal }) => request(sessionViewSchema, "/api/session", { signal }),
  })
}

/** Tells the server that a person is there; it then sets the idle times anew. */
export function useReportActivity() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => requestRaw("/api/session/activity", { method: "POST" }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryNames.session }),
  })
}

/** Drops every secret from memory; keys and what was learnt stay. */
export function useForgetSecrets() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => requestRaw("/api/session/secrets", { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries(),
  })
}
