import { Disclosure } from "@/components/ui/disclosure"
import { OutsideLink } from "@/components/ui/text-link"
import type { Permission } from "@/lib/catalog/permissions"
import { firstSentence } from "./first-sentence"
import type { PermissionEntry } from "./permission-groups"

/** What stands behind a row: what the box allows, what a thief could do, and what it is called elsewhere. */
export function PermissionDetails({ entry: { judged, known } }: { readonly entry: PermissionEntry }) {
  return (
    <div className="space-y-2 rounded-md bg-sunken px-3 py-2">
      <p className={firstSentence(judged.reason).rest === "" ? "md:hidden" : ""}>{judged.reason}</p>
      {known ? (
        <KnownDetails known={known} />
      ) : (
        <p className="max-w-prose">
          Kraken lists a word that this version of Keytrim does not know. What it allows is unclear, so it counts as
          dangerous until it is understood.
        </p>
      )}
      <Disclosure summary="Kraken’s own words">
        <p className="max-w-prose wrap-anywhere">
          Kraken’s interface calls it <code className="font-mono">{judged.id}</code>.
        </p>
      </Disclosure>
    </div>
  )
}

function KnownDetails({ known }: { readonly known: Permission }) {
  return (
    <>
      <dl className="grid gap-x-8 gap-y-2 md:grid-cols-2">
        <div>
          <dt className="text-note font-medium text-muted">What it allows</dt>
          <dd>{known.allows}</dd>
        </div>
        <div>
          <dt className="text-note font-medium text-muted">What a thief could do</dt>
          <dd>{known.thief}</dd>
        </div>
      </dl>
      {known.formerLabels.length > 0 && (
        <p className="text-muted">In older guides and bots: {known.formerLabels.join(", ")}.</p>
      )}
      {known.labelNote !== null && <p className="text-muted">{known.labelNote}</p>}
      <OutsideLink href={known.source.url}>Kraken’s reference</OutsideLink>
    </>
  )
}
