"use client"

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import * as z from "zod/mini"
import {
  type PatchSampleKey,
  type SampleAccount,
  sampleAccountSchema,
  sampleKeySchema,
} from "@/lib/protocol/session-view"
import { queryNames } from "./query-names"
import { request, requestRaw } from "./request"

const openedSandboxSchema = z.strictObject({ keyIds: z.array(z.string()) })

/** The sample account's keys and what its Kraken was sent. */
export function useSandbox() {
  return useQuery({
    queryKey: queryNames.sandbox,
    queryFn: ({ signal }) => request(sampleAccountSchema, "/api/sandbox", { signal }),
  })
}

function useSandboxAction<Answer>(act: () => Promise<Answer>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: act, onSuccess: () => client.invalidateQueries() })
}

/** Opens the sample keys beside, never among, the real ones. */
export function useOpenSandbox() {
  return useSandboxAction(() => request(openedSandboxSchema, "/api/sandbox", { method: "POST" }))
}

export function useCloseSandbox() {
  return useSandboxAction(() => requestRaw("/api/sandbox", { method: "DELETE" }))
}

/** Puts every sample key back to how it was at first. */
export function useResetSandbox() {
  return useSandboxAction(() => requestRaw("/api/sandbox/reset", { method: "POST" }))
}

/** Changes a sample key on sample Kraken's key screen. Keytrim learns of it only by reading the key again. */
export function usePatchSampleKey() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ id, patch }: { readonly id: string; readonly patch: PatchSampleKey }) =>
      request(sampleKeySchema, `/api/sandbox/keys/${encodeURIComponent(id)}`, { method: "PATCH", body: patch }),
    onSuccess: (changed) =>
      client.setQueryData<SampleAccount>(
        queryNames.sandbox,
        (account) =>
          account && { ...account, keys: account.keys.map((key) => (key.id === changed.id ? changed : key)) },
      ),
  })
}
