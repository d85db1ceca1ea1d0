"use client"

import { type QueryClient, useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import * as z from "zod/mini"
import { type AddKey, keyListSchema, keyViewSchema, type PatchKey } from "@/lib/protocol/key-view"
import { queryNames } from "./query-names"
import { request, requestRaw } from "./request"

/** POST /api/keys: `existing` where this key was here already and has its secret again. */
const addedKeySchema = z.strictObject({ id: z.string(), existing: z.boolean() })

const pathOf = (id: string) => `/api/keys/${encodeURIComponent(id)}`

export function refreshKey(client: QueryClient, id: string) {
  return Promise.all([
    client.invalidateQueries({ queryKey: queryNames.key(id) }),
    client.invalidateQueries({ queryKey: queryNames.keys }),
  ])
}

export function useKeys() {
  return useQuery({
    queryKey: queryNames.keys,
    queryFn: async ({ signal }) => (await request(keyListSchema, "/api/keys", { signal })).keys,
  })
}

export function useKey(id: string) {
  return useQuery({
    queryKey: queryNames.key(id),
    queryFn: ({ signal }) => request(keyViewSchema, pathOf(id), { signal }),
  })
}

/** Adds a key, or gives a known one its secret again. Nothing is sent to Kraken by it. */
export function useAddKey() {
  const client = useQueryClient()
  return useMutation({
    // The cache would keep what was passed in; a secret must not outlive its request.
    gcTime: 0,
    mutationFn: (key: AddKey) => request(addedKeySchema, "/api/keys", { method: "POST", body: key }),
    onSuccess: ({ id }) =>
      Promise.all([refreshKey(client, id), client.invalidateQueries({ queryKey: queryNames.session })]),
  })
}

/** Sets what the key is for, or how its program counts. */
export function usePatchKey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (patch: PatchKey) => request(keyViewSchema, pathOf(id), { method: "PATCH", body: patch }),
    onSuccess: (key) => {
      client.setQueryData(queryNames.key(id), key)
      return client.invalidateQueries({ queryKey: queryNames.keys })
    },
  })
}

/** Takes the key out of Keytrim. At Kraken it stays as it is. */
export function useRemoveKey(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => requestRaw(pathOf(id), { method: "DELETE" }),
    onSuccess: () => client.invalidateQueries({ queryKey: queryNames.keys }),
  })
}
