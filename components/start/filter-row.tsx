"use client"

import { Check } from "lucide-react"
import { classNames } from "@/components/ui/class-names"
import type { KeyView } from "@/lib/protocol/key-view"
import { countFilters, FILTERS, type Filter } from "./key-list"

const WORDS: Record<Filter, string> = {
  "high-risk": "High or critical risk",
  withdraw: "Can withdraw",
  trade: "Can trade",
  "any-ip": "From any IP",
  "not-read": "Not read",
}

interface FilterRowProps {
  readonly keys: readonly KeyView[]
  readonly chosen: ReadonlySet<Filter>
  readonly onChange: (chosen: ReadonlySet<Filter>) => void
}

/** Filters with the number of keys that each would leave; several narrow each other. */
export function FilterRow({ keys, chosen, onChange }: FilterRowProps) {
  const counts = countFilters(keys)
  const toggle = (filter: Filter) => {
    const next = new Set(chosen)
    if (!next.delete(filter)) next.add(filter)
    onChange(next)
  }
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Show only keys that</legend>
      {FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          aria-pressed={chosen.has(filter)}
          disabled={counts[filter] === 0 && !chosen.has(filter)}
          onClick={() => toggle(filter)}
          className={classNames(
            "inline-flex h-8 items-center gap-1.5 rounded-md border px-2 disabled:opacity-55",
            chosen.has(filter) ? "border-accent bg-accent-soft font-medium text-accent" : "border-edge hover:bg-sunken",
          )}
        >
          {chosen.has(filter) && <Check aria-hidden className="size-3.5" />}
          {WORDS[filter]}
          <span className="tabular text-muted">{counts[filter]}</span>
        </button>
      ))}
    </fieldset>
  )
}
