import { CircleQuestionMark, CircleSlash, MoveRight, TriangleAlert } from "lucide-react"
import Link from "next/link"
import { classNames } from "@/components/ui/class-names"
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { BoxStrip } from "./box-strip"
import { kindWords, shipWords } from "./entry-words"

/** The columns of the table, heading and rows alike. */
export const COLUMNS = "md:grid md:grid-cols-[minmax(0,1.35fr)_6.5rem_11.5rem_minmax(0,1fr)] md:items-center md:gap-x-5"

/** One entry: asks and needs with the difference in sight. The whole row leads to its page. */
export function EntryRow({ entry }: { readonly entry: EntrySummary }) {
  const { id, title, summary, asks, needs, kind, ship } = entry
  return (
    <li className={classNames("relative px-4 hover:bg-sunken", needs === null ? "py-1.5" : "py-2", COLUMNS)}>
      <div className="min-w-0">
        <Link
          href={`/apps/${id}`}
          prefetch={false}
          className="text-lead font-semibold after:absolute after:inset-0 hover:text-accent"
        >
          {title}
        </Link>
        {kind !== "application" && <span className="ml-2 text-note text-muted">{kindWords(kind)}</span>}
        {/* Of what is too little known there is no more to say than that. */}
        {ship !== "generic" && <p className="text-muted md:truncate">{summary}</p>}
      </div>
      {needs === null ? (
        <Standing entry={entry} />
      ) : (
        <>
          <p className="tabular max-md:mt-1 max-md:inline-block max-md:w-28">
            <Count asks={asks} needs={needs} differs={entry.difference !== null} />
          </p>
          <p className="max-md:inline-block">
            <BoxStrip asks={asks} needs={needs} />
          </p>
          <Difference entry={entry} />
        </>
      )}
    </li>
  )
}

interface CountProps {
  readonly asks: EntrySummary["asks"]
  readonly needs: NonNullable<EntrySummary["needs"]>
  readonly differs: boolean
}

function Count({ asks, needs, differs }: CountProps) {
  if (asks === null)
    return (
      <>
        <span aria-hidden className="inline-block w-6 text-right text-muted">
          –
        </span>
        <Arrow />
        <span className="sr-only">Names no boxes, needs </span>
        <b className="text-lead font-semibold">{needs.length}</b>
      </>
    )
  return (
    <>
      <span className="sr-only">Asks for </span>
      <span className={classNames("inline-block w-6 text-right text-lead", differs && "font-semibold text-danger")}>
        {asks.length}
      </span>
      <Arrow />
      <span className="sr-only">, needs </span>
      <b className="text-lead font-semibold">{needs.length}</b>
    </>
  )
}

function Arrow() {
  return <MoveRight aria-hidden className="mx-2 inline size-3.5 text-muted" />
}

function Difference({ entry: { difference, asks, kind } }: { readonly entry: EntrySummary }) {
  if (difference !== null)
    return (
      <p className="flex items-start gap-1.5 font-medium text-danger">
        <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0" />
        {difference}
      </p>
    )
  if (kind === "stand-in") return <p className="text-muted">What most that we looked at need</p>
  if (asks === null) return <p className="text-muted">Names no boxes; worked out from what it calls</p>
  return <p className="text-muted">{kind === "use-case" ? "As Kraken’s guide says" : "Asks for what it needs"}</p>
}

function Standing({ entry: { ship } }: { readonly entry: EntrySummary }) {
  const unknown = ship === "generic"
  const Icon = unknown ? CircleQuestionMark : CircleSlash
  const then = {
    generic: "Use what stands in for it",
    "needs-no-key": "Make none for it",
    discontinued: "A key made for it can probably go",
    own: "",
  }[ship]
  return (
    <p
      className={classNames(
        "flex flex-wrap items-center gap-x-1.5 md:col-span-3",
        unknown ? "text-unknown" : "text-ink",
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="font-medium">{shipWords(ship)}</span>
      <span className="text-muted">{then}</span>
    </p>
  )
}
