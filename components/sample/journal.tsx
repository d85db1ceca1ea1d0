"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { timeToTheSecond } from "@/components/ui/moments"
import { Panel } from "@/components/ui/panel"
import type { JournalEntry } from "@/lib/protocol/session-view"

const SHOWN_AT_FIRST = 20

/** Every request that sample Kraken was sent, the newest first. */
export function Journal({ entries }: { readonly entries: readonly JournalEntry[] }) {
  const [all, setAll] = useState(false)
  const newestFirst = entries.map((entry, number) => ({ entry, number })).reverse()
  const shown = all ? newestFirst : newestFirst.slice(0, SHOWN_AT_FIRST)
  const count = <span className="text-muted tabular">{requests(entries.length)}</span>
  return (
    <Panel title="What sample Kraken saw" aside={count}>
      {entries.length === 0 ? (
        <p className="text-muted">Nothing yet. Read a sample key, and the request stands here.</p>
      ) : (
        <ol className="-my-1 divide-y divide-line">
          {shown.map(({ entry, number }) => (
            <JournalRow key={number} entry={entry} />
          ))}
        </ol>
      )}
      {shown.length < entries.length && (
        <div className="mt-2">
          <Button onClick={() => setAll(true)}>Show all {entries.length}</Button>
        </div>
      )}
    </Panel>
  )
}

function requests(count: number): string {
  return `${count} ${count === 1 ? "request" : "requests"}`
}

function JournalRow({ entry }: { readonly entry: JournalEntry }) {
  const parameters = Object.entries(entry.parameters)
  return (
    <li className="grid items-baseline gap-x-4 py-1.5 sm:grid-cols-[8rem_minmax(0,12rem)_minmax(0,1fr)_minmax(0,12rem)]">
      <span className="text-muted">
        <time dateTime={entry.at} className="tabular">
          {timeToTheSecond(entry.at)}
        </time>
      </span>
      <span className="break-words">{entry.keyName ?? <span className="text-muted">no key</span>}</span>
      <span className="min-w-0 font-mono break-all">
        {entry.method} {entry.path}
        {parameters.length > 0 && (
          <span className="block text-muted">{parameters.map(([name, value]) => `${name}=${value}`).join("  ")}</span>
        )}
      </span>
      <span className="min-w-0 break-words">{entry.answer}</span>
    </li>
  )
}
