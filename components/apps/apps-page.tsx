"use client"

import { useDeferredValue, useState } from "react"
import { useEntries } from "@/components/api/entries"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { EntryFilters } from "./entry-filters"
import { countOver, foundEntries, groupEntries, type Sort, type Wanted } from "./entry-list"
import { COLUMNS, EntryRow } from "./entry-row"
import { NothingFound } from "./nothing-found"

const EVERYTHING: Wanted = { search: "", category: null, onlyOver: false }

/** What to tick for which application: no key is needed to look it up. */
export function AppsPage() {
  const entries = useEntries()
  return (
    <PageFrame>
      <PageTitle
        title="What to tick for which application"
        lead={entries.data ? leadOf(entries.data) : "The fewest boxes with which each program works."}
      />
      {entries.error && (
        <Notice tone="danger" role="alert" title="The applications could not be shown">
          <p>{refusalMessage(entries.error)}</p>
          <Button onClick={() => entries.refetch()}>Try again</Button>
        </Notice>
      )}
      {entries.data && <EntryTable entries={entries.data} />}
      {entries.isPending && <TableSkeleton />}
    </PageFrame>
  )
}

function leadOf(entries: readonly EntrySummary[]): string {
  const over = countOver(entries)
  return `The fewest boxes with which each program works. ${over} ask for more.`
}

function EntryTable({ entries }: { readonly entries: readonly EntrySummary[] }) {
  const [wanted, setWanted] = useState(EVERYTHING)
  const [sort, setSort] = useState<Sort>("kind")
  const search = useDeferredValue(wanted.search)
  const found = foundEntries(entries, search)
  const groups = groupEntries(found, { ...wanted, search }, sort)
  const shown = groups.reduce((sum, group) => sum + group.entries.length, 0)
  return (
    <div className="rounded-lg border border-line bg-surface">
      <div className="z-10 rounded-t-lg border-b border-line bg-surface lg:sticky lg:top-12">
        <EntryFilters
          entries={entries}
          found={found}
          wanted={wanted}
          onWanted={setWanted}
          sort={sort}
          onSort={setSort}
        />
        <div aria-hidden className={`hidden px-4 pb-1 text-note font-medium text-muted ${COLUMNS}`}>
          <span>Application</span>
          <span>
            <span className="inline-block w-6 text-right">asks</span>
            <span className="ml-5">needs</span>
          </span>
          <span>The 13 boxes</span>
          <span>Difference</span>
        </div>
      </div>
      <p role="status" className="sr-only">
        {shown} of {entries.length} shown
      </p>
      {groups.map((group) => (
        <section key={group.title} aria-label={group.title === "" ? "All that fits" : group.title}>
          {group.title !== "" && (
            <h2 className="border-y border-line bg-sunken px-4 py-1 text-note font-semibold first:border-t-0">
              {group.title} <span className="font-normal text-muted tabular">{group.entries.length}</span>
            </h2>
          )}
          <ul className="divide-y divide-line/60">
            {group.entries.map((entry) => (
              <EntryRow key={entry.id} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {shown === 0 && <NothingFound entries={entries} search={search} onClear={() => setWanted(EVERYTHING)} />}
    </div>
  )
}

function TableSkeleton() {
  return (
    <div className="divide-y divide-line/60 rounded-lg border border-line bg-surface">
      <LoadingWord>Loading the applications</LoadingWord>
      {Array.from({ length: 12 }, (_, row) => `row ${row}`).map((row) => (
        <div key={row} className={`px-4 py-2 ${COLUMNS}`}>
          <div className="space-y-1">
            <Skeleton size="h-5 w-40" />
            <Skeleton size="h-4 w-72" />
          </div>
          <Skeleton size="h-5 w-16" />
          <Skeleton size="h-3 w-44" />
          <Skeleton size="h-4 w-48" />
        </div>
      ))}
    </div>
  )
}
