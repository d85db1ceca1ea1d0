"use client"

import { Search } from "lucide-react"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import type { KeyView } from "@/lib/protocol/key-view"
import { dangerGroups } from "./danger-groups"
import { FilterRow } from "./filter-row"
import { type Filter, filterKeys, type Sort, sortKeys } from "./key-list"
import { KeyRows, RowsHead } from "./key-rows"
import { ListTitle } from "./list-title"
import { ReadAllBar } from "./read-all-bar"

const NO_FILTERS: ReadonlySet<Filter> = new Set()

/** More keys than one can take in at a glance: searched, filtered, sorted, under headings that stay in sight. */
export function ManyKeys({ keys }: { readonly keys: readonly KeyView[] }) {
  const [filters, setFilters] = useState(NO_FILTERS)
  const [search, setSearch] = useState("")
  const [sort, setSort] = useState<Sort>("danger")
  const shown = filterKeys(keys, filters, search)
  const clear = () => {
    setFilters(NO_FILTERS)
    setSearch("")
  }
  return (
    <>
      <ListTitle keys={keys} />
      <div className="mb-3">
        <ReadAllBar keys={keys} />
      </div>
      <div className="rounded-lg border border-line bg-surface">
        <div className="z-10 rounded-t-lg lg:sticky lg:top-12 border-b border-line bg-surface">
          <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2">
            <SearchField value={search} onChange={setSearch} />
            <FilterRow keys={keys} chosen={filters} onChange={setFilters} />
            <SortChoice value={sort} onChange={setSort} />
          </div>
          <RowsHead />
        </div>
        <p role="status" className="sr-only">
          {shown.length} of {keys.length} keys shown
        </p>
        {shown.length === 0 ? <NothingLeft onClear={clear} /> : <Rows keys={shown} sort={sort} />}
      </div>
    </>
  )
}

function Rows({ keys, sort }: { readonly keys: readonly KeyView[]; readonly sort: Sort }) {
  if (sort !== "danger") return <KeyRows keys={sortKeys(keys, sort)} compact />
  return dangerGroups(keys).map((group) => (
    <section key={group.name} aria-label={group.title}>
      <h2 className="border-y border-line bg-sunken px-4 py-1 text-note font-semibold">
        {group.title} <span className="font-normal text-muted tabular">{group.keys.length}</span>
      </h2>
      <KeyRows keys={group.keys} compact />
    </section>
  ))
}

function SearchField({ value, onChange }: { readonly value: string; readonly onChange: (text: string) => void }) {
  return (
    <label className="relative">
      <span className="sr-only">Search by name, purpose or last four characters</span>
      <Search aria-hidden className="absolute top-2 left-2 size-4 text-muted" />
      <input
        type="search"
        value={value}
        onChange={(event) => onChange(event.target.value)}
        placeholder="Search keys"
        className="h-8 w-44 rounded-md border border-edge bg-surface pr-2 pl-7 placeholder:text-muted"
      />
    </label>
  )
}

const SORT_WORDS: readonly (readonly [Sort, string])[] = [
  ["danger", "Most dangerous first"],
  ["name", "By name"],
  ["age", "Oldest first"],
  ["read", "Longest not read first"],
]

function SortChoice({ value, onChange }: { readonly value: Sort; readonly onChange: (sort: Sort) => void }) {
  return (
    <label className="flex items-center gap-2 lg:ml-auto">
      <span className="text-muted">Sort</span>
      <select
        value={value}
        onChange={(event) => onChange(SORT_WORDS.find(([sort]) => sort === event.target.value)?.[0] ?? "danger")}
        className="h-8 rounded-md border border-edge bg-surface px-2"
      >
        {SORT_WORDS.map(([sort, words]) => (
          <option key={sort} value={sort}>
            {words}
          </option>
        ))}
      </select>
    </label>
  )
}

function NothingLeft({ onClear }: { readonly onClear: () => void }) {
  return (
    <div className="p-4">
      <Notice tone="info" title="No key fits this search">
        <Button onClick={onClear}>Show all keys again</Button>
      </Notice>
    </div>
  )
}
