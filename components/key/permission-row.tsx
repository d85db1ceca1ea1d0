import { ChevronRight, TriangleAlert } from "lucide-react"
import { useId } from "react"
import { classNames } from "@/components/ui/class-names"
import { VerdictWord } from "@/components/ui/verdict-word"
import type { ReportPermission } from "@/lib/audit/report-schema"
import { BoxState } from "./box-state"
import { firstSentence } from "./first-sentence"
import { PermissionDetails } from "./permission-details"
import type { PermissionEntry } from "./permission-groups"

interface PermissionRowProps {
  readonly entry: PermissionEntry
  readonly judged: boolean
  readonly opened: boolean
  readonly onToggle: () => void
  /** The group's name beside its first row. */
  readonly groupCell: { readonly label: string; readonly rows: number } | null
}

export function PermissionRow({ entry, judged, opened, onToggle, groupCell }: PermissionRowProps) {
  const { judged: box, known } = entry
  const detailsId = useId()
  const line = classNames(
    "px-1 py-1 align-top",
    groupCell ? "xl:border-t xl:border-line" : "xl:border-t xl:border-line/50",
  )
  return (
    <>
      <tr>
        {groupCell && (
          <th
            scope="rowgroup"
            rowSpan={groupCell.rows}
            className="hidden border-t border-line px-1 py-1 pr-3 text-left align-top font-normal whitespace-nowrap text-muted xl:table-cell"
          >
            {groupCell.label}
          </th>
        )}
        <th scope="row" className={classNames(line, "text-left font-medium")}>
          <button
            type="button"
            aria-expanded={opened}
            aria-controls={opened ? detailsId : undefined}
            onClick={onToggle}
            className="-ml-1 inline-flex items-start gap-1 rounded-sm px-1 text-left hover:text-accent"
          >
            <ChevronRight
              aria-hidden
              className={classNames(
                "mt-0.5 size-3.5 shrink-0 text-muted motion-safe:transition-transform",
                opened && "rotate-90",
              )}
            />
            <span className="min-w-0 wrap-anywhere">
              {box.label} {!known && <Stranger />}
            </span>
          </button>
        </th>
        <td className={line}>
          <BoxState state={box.declared} />
        </td>
        {judged && (
          <td className={line}>
            <Verdict verdict={box.verdict} />
          </td>
        )}
        <td className={classNames(line, "hidden text-muted md:table-cell")}>{firstSentence(box.reason).first}</td>
      </tr>
      {opened && (
        <tr id={detailsId}>
          <td colSpan={4} className="px-1 pb-2">
            <PermissionDetails entry={entry} />
          </td>
        </tr>
      )}
    </>
  )
}

function Verdict({ verdict }: Pick<ReportPermission, "verdict">) {
  if (verdict !== null) return <VerdictWord verdict={verdict} />
  return <span className="text-muted">No purpose yet</span>
}

/** Beside a word that the catalogue does not know. */
function Stranger() {
  return (
    <span className="inline-flex items-center gap-1 whitespace-nowrap font-semibold text-danger">
      <TriangleAlert aria-hidden className="size-3.5" />
      Dangerous
    </span>
  )
}
