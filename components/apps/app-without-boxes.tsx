import Link from "next/link"
import { Notice } from "@/components/ui/notice"
import { Panel } from "@/components/ui/panel"
import type { EntryPage, StandIn } from "@/lib/audit/tick-sheet-schema"
import { AppHead } from "./app-head"
import { AppSource } from "./app-source"
import { BoxStrip } from "./box-strip"

const VERDICTS = {
  "needs-no-key": {
    headline: "needs no key",
    advice: "Make none for it. If you have a key that nothing else uses, it can go.",
  },
  discontinued: {
    headline: "was discontinued",
    advice: "A key made for it can probably go: if nothing else uses it, delete it at Kraken.",
  },
  generic: {
    headline: "is too little known",
    advice: "Take what stands in for it, and tick another box only if it complains.",
  },
  own: { headline: "has no boxes", advice: "" },
} as const

/** The page of an entry without boxes of its own: what to do instead. */
export function AppWithoutBoxes({ page }: { readonly page: EntryPage }) {
  const { headline, advice } = VERDICTS[page.ship]
  return (
    <div className="max-w-4xl space-y-4">
      <AppHead page={page}>
        <p className="text-verdict font-semibold tracking-tight text-balance">
          {page.kind === "application" ? page.title : `“${page.title}”`} {headline}.
        </p>
        <p className="text-lead text-muted">{advice}</p>
      </AppHead>
      {page.standIns.length > 0 && (
        <Panel title="What stands in for it">
          {page.standIns.length > 1 && <p className="pb-1 text-muted">Which one depends on what you use it for.</p>}
          <ul className="-mx-4 divide-y divide-line">
            {page.standIns.map((standIn) => (
              <StandInRow key={standIn.id} standIn={standIn} />
            ))}
          </ul>
        </Panel>
      )}
      {page.notes !== null && page.source !== null && (
        <Notice tone="info" title="Good to know">
          <p className="max-w-prose">{page.notes}</p>
          {page.ipAllowlistSaid !== null && <p>On IP addresses: {page.ipAllowlistSaid}</p>}
        </Notice>
      )}
      <AppSource page={page} />
    </div>
  )
}

function StandInRow({ standIn: { id, title, needs } }: { readonly standIn: StandIn }) {
  return (
    <li className="relative flex flex-wrap items-center justify-between gap-x-4 px-4 py-2 hover:bg-sunken">
      <Link
        href={`/apps/${id}`}
        prefetch={false}
        className="text-lead font-semibold text-accent after:absolute after:inset-0"
      >
        {title}
      </Link>
      <span className="inline-flex items-center gap-3 text-muted">
        {needs.length} {needs.length === 1 ? "box" : "boxes"}
        <BoxStrip asks={null} needs={needs} />
      </span>
    </li>
  )
}
