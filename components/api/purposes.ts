"use client"

import { useQuery } from "@tanstack/react-query"
import { purposeListSchema } from "@/lib/protocol/session-view"
import { queryNames } from "./query-names"
import { request } from "./request"

/** Everything that a key can be for, as the catalogue knows it. */
export function usePurposes() {
  return useQuery({
    queryKey: queryNames.purposes,
    queryFn: async ({ signal }) => (await request(purposeListSchema, "/api/purposes", { signal })).purposes,
  })
}
