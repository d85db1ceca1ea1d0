import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { TextLink } from "@/components/ui/text-link"
import type { EntrySummary } from "@/lib/audit/tick-sheet-schema"
import { nearestEntries } from "@/lib/catalog/find-entries"

const SUGGESTIONS_MAX = 3

interface NothingFoundProps {
  readonly entries: readonly EntrySummary[]
  readonly search: string
  readonly onClear: () => void
}

/** Names that look like what was typed, and what stands in for a program that is not listed. */
export function NothingFound({ entries, search, onClear }: NothingFoundProps) {
  const near = nearestEntries(entries, search, SUGGESTIONS_MAX)
  return (
    <div className="p-4">
      <Notice tone="info" title="Nothing fits this search">
        {near.length > 0 && (
          <p>
            Did you mean <Links entries={near} />?
          </p>
        )}
        <p>
          If your program is not listed, take what stands in for it:{" "}
          <Links entries={entries.filter(({ kind }) => kind === "stand-in")} />.
        </p>
        <Button onClick={onClear}>Show all again</Button>
      </Notice>
    </div>
  )
}

function Links({ entries }: { readonly entries: readonly EntrySummary[] }) {
  return entries.map(({ id, title }, at) => (
    <span key={id}>
      {at > 0 && (at === entries.length - 1 ? " or " : ", ")}
      <TextLink href={`/apps/${id}`}>{title}</TextLink>
    </span>
  ))
}
