"use client"

import { CircleAlert } from "lucide-react"
import Link from "next/link"
import { classNames } from "@/components/ui/class-names"
import { Moment, useNow } from "@/components/ui/clock"
import { LastFour } from "@/components/ui/last-four"
import type { KeyView } from "@/lib/protocol/key-view"
import { nameOf, openChanges } from "./key-list"
import { KeyStanding } from "./key-standing"
import { ageOf, changesInWords, headlineOf, purposeOf } from "./key-words"

/** The same columns for the head and for every row; on a narrow screen a row is a small card. */
const COLUMNS =
  "grid grid-cols-[minmax(0,1fr)_auto] gap-x-4 lg:grid-cols-[7.5rem_minmax(0,20rem)_minmax(0,1fr)_minmax(0,11rem)_6rem_7.5rem]"

export function RowsHead() {
  return (
    <div aria-hidden className={classNames(COLUMNS, "px-4 py-1.5 text-note font-medium text-muted max-lg:hidden")}>
      <span>Danger</span>
      <span>Key</span>
      <span>What it can do</span>
      <span>What it is for</span>
      <span>Age</span>
      <span>Last read</span>
    </div>
  )
}

interface KeyRowsProps {
  readonly keys: readonly KeyView[]
  /** One line for a key, where there are many. */
  readonly compact?: boolean
}

export function KeyRows({ keys, compact = false }: KeyRowsProps) {
  return (
    <ul className="divide-y divide-line">
      {keys.map((view) => (
        <KeyRow key={view.id} view={view} compact={compact} />
      ))}
    </ul>
  )
}

function KeyRow({ view, compact }: { readonly view: KeyView; readonly compact: boolean }) {
  const now = useNow()
  return (
    // The whole row leads to the key; the link itself is its name.
    <li
      className={classNames(
        COLUMNS,
        "relative items-start px-4 lg:items-center hover:bg-sunken has-focus-visible:bg-sunken",
        compact ? "py-1" : "py-2.5",
      )}
    >
      <span className="max-lg:col-start-2 max-lg:row-start-1">
        <KeyStanding view={view} />
      </span>
      <span className="flex min-w-0 flex-wrap items-baseline gap-x-2 max-lg:col-start-1 max-lg:row-start-1">
        <Link
          href={`/keys/${view.id}`}
          prefetch={false}
          className={classNames(
            "min-w-0 font-semibold wrap-anywhere after:absolute after:inset-0",
            !compact && "text-lead",
          )}
        >
          {nameOf(view)}
        </Link>
        <LastFour last4={view.last4} />
      </span>
      <span className="min-w-0 max-lg:col-span-2">
        <span className="block">{headlineOf(view)}</span>
        {!compact && <Todo view={view} />}
      </span>
      {/* Three columns of their own, or one line of a card. */}
      <span className="contents max-lg:col-span-2 max-lg:flex max-lg:flex-wrap max-lg:gap-x-3">
        <Purpose view={view} />
        <span className="text-muted">{ageOf(view, now) ?? "Age not known"}</span>
        <LastRead view={view} />
      </span>
    </li>
  )
}

function Todo({ view }: { readonly view: KeyView }) {
  const changes = changesInWords(openChanges(view).length)
  if (view.report === null) return null
  // Without a purpose nothing is called too much, so "nothing" would promise what nobody looked at.
  const nothing = view.report.purposes.length === 0 ? "Say what it is for" : "Nothing to change"
  return <span className="block text-muted">{changes === null ? nothing : `${changes} to make`}</span>
}

function Purpose({ view }: { readonly view: KeyView }) {
  const purpose = purposeOf(view)
  if (purpose === null) return <span className="text-muted">No purpose yet</span>
  return (
    <span className="min-w-0 break-words">
      <span className="lg:sr-only">Purpose: </span>
      {purpose}
    </span>
  )
}

function LastRead({ view }: { readonly view: KeyView }) {
  if (view.report?.readAt == null) return <span className="text-muted">Never read</span>
  return (
    <span className="flex flex-wrap items-center gap-x-1 text-muted">
      <span className="lg:sr-only">read</span> <Moment at={view.report.readAt} />
      {view.failure !== null && (
        <span className="inline-flex items-center gap-1 font-medium text-warn">
          <CircleAlert aria-hidden className="size-3.5" />
          <span className="sr-only">newest try </span>failed
        </span>
      )}
    </span>
  )
}
