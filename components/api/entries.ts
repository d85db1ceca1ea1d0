"use client"

import { keepPreviousData, useQuery } from "@tanstack/react-query"
import { entryPageSchema } from "@/lib/audit/tick-sheet-schema"
import { entryListSchema } from "@/lib/protocol/entry-view"
import { queryNames } from "./query-names"
import { request } from "./request"

/** Every application and use that can be looked up. */
export function useEntries() {
  return useQuery({
    queryKey: queryNames.entries,
    queryFn: async ({ signal }) => (await request(entryListSchema, "/api/apps", { signal })).entries,
  })
}

/** One of them, with the features `on`; what was shown stays until the new answer is here, so that the page does not blink. */
export function useEntry(id: string, on: readonly string[]) {
  const question = on.length > 0 ? `?${new URLSearchParams({ on: on.join(",") })}` : ""
  return useQuery({
    queryKey: queryNames.entry(id, on),
    queryFn: ({ signal }) => request(entryPageSchema, `/api/apps/${encodeURIComponent(id)}${question}`, { signal }),
    placeholderData: keepPreviousData,
  })
}
