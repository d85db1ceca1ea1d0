import { Disclosure } from "@/components/ui/disclosure"
import { OutsideLink } from "@/components/ui/text-link"
import type { TickRow } from "@/lib/audit/tick-sheet-schema"
import { permissionById } from "@/lib/catalog/permissions"
import { readWhen } from "./source-words"

/** Why a box is ticked or left off; what it allows and Kraken's own words wait behind a click. */
export function TickDetails({ row }: { readonly row: TickRow }) {
  const { allows, thief, formerLabels, labelNote } = permissionById(row.id)
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-3">
      <p className="min-w-0 flex-1 basis-56">{row.why}</p>
      <div className="print:hidden open:basis-full has-[[open]]:basis-full">
        <Disclosure summary={<span className="text-note">More</span>}>
          <div className="space-y-1.5 rounded-md bg-sunken px-3 py-2 text-ink">
            <p>
              <b className="font-medium">What it allows:</b> {allows}
            </p>
            <p>
              <b className="font-medium">What a thief could do:</b> {thief}
            </p>
            {formerLabels.length > 0 && <p>In older guides and bots: {formerLabels.join(", ")}.</p>}
            {labelNote !== null && <p>{labelNote}</p>}
            <p className="wrap-anywhere">
              Kraken’s interface calls it <code className="font-mono">{row.id}</code>
              {row.calls.length > 0 && ", and needs it for "}
              {row.calls.map((call, at) => (
                <span key={call}>
                  {at > 0 && ", "}
                  <code className="font-mono">{call}</code>
                </span>
              ))}
              .
            </p>
            {row.source && (
              <p>
                <OutsideLink href={row.source.url}>Where this is from</OutsideLink>, {readWhen(row.source)}
              </p>
            )}
          </div>
        </Disclosure>
      </div>
    </div>
  )
}
