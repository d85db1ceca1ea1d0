"use client"

import { Check, Search } from "lucide-react"
import type { ReactNode } from "react"
import { classNames } from "@/components/ui/class-names"
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { countCategories, countOver, SORTS, type Sort, type Wanted } from "./entry-list"
import { categoryName } from "./entry-words"

interface EntryFiltersProps {
  readonly entries: readonly EntrySummary[]
  /** What the search leaves; the counts are of these. */
  readonly found: readonly EntrySummary[]
  readonly wanted: Wanted
  readonly onWanted: (wanted: Wanted) => void
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}

/** Search, categories with how many entries each would leave, and the order. */
export function EntryFilters({ entries, found, wanted, onWanted, sort, onSort }: EntryFiltersProps) {
  const choose = (category: string) => onWanted({ ...wanted, category: wanted.category === category ? null : category })
  return (
    <div className="space-y-2 px-4 py-2.5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <SearchField value={wanted.search} onChange={(search) => onWanted({ ...wanted, search })} />
        <SortChoice value={sort} onChange={onSort} />
      </div>
      <fieldset className="flex flex-wrap gap-1.5">
        <legend className="sr-only">Show only</legend>
        <Chip
          on={wanted.onlyOver}
          count={countOver(found)}
          onClick={() => onWanted({ ...wanted, onlyOver: !wanted.onlyOver })}
        >
          Asks for too much
        </Chip>
        {countCategories(entries, found).map(({ category, count }) => (
          <Chip key={category} on={wanted.category === category} count={count} onClick={() => choose(category)}>
            {categoryName(category)}
          </Chip>
        ))}
      </fieldset>
    </div>
  )
}

interface ChipProps {
  readonly on: boolean
  readonly count: number
  readonly onClick: () => void
  readonly children: ReactNode
}

function Chip({ on, count, onClick, children }: ChipProps) {
  return (
    <button
      type="button"
      aria-pressed={on}
      disabled={count === 0 && !on}
      onClick={onClick}
      className={classNames(
        "inline-flex h-8 items-center gap-1.5 rounded-md border px-2 disabled:opacity-55",
        on ? "border-accent bg-accent-soft font-medium text-accent" : "border-edge hover:bg-sunken",
      )}
    >
      {on && <Check aria-hidden className="size-3.5" />}
      {children}
      <span className="tabular text-muted">{count}</span>
    </button>
  )
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  return (
    <label className="relative min-w-0 flex-1 basis-60 md:max-w-sm">
      <span className="sr-only">Search applications</span>
      <Search aria-hidden className="absolute top-2 left-2 size-4 text-muted" />
      <input
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder="Koinly, tax, bot …"
        autoComplete="off"
        className="h-8 w-full rounded-md border border-edge bg-surface pr-2 pl-7 placeholder:text-muted"
      />
    </label>
  )
}

const SORT_WORDS: Record<Sort, string> = {
  kind: "By kind",
  name: "By name",
  over: "Most asked for too much first",
  few: "Fewest boxes needed first",
}

function SortChoice({ value, onChange }: { readonly value: Sort; readonly onChange: (sort: Sort) => void }) {
  return (
    <label className="flex items-center gap-2 md:ml-auto">
      <span className="text-muted">Sort</span>
      <select
        value={value}
        onChange={(event) => onChange(SORTS.find((sort) => sort === event.target.value) ?? "kind")}
        className="h-8 rounded-md border border-edge bg-surface px-2"
      >
        {SORTS.map((sort) => (
          <option key={sort} value={sort}>
            {SORT_WORDS[sort]}
          </option>
        ))}
      </select>
    </label>
  )
}
