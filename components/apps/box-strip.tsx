import { classNames } from "@/components/ui/class-names"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"

interface BoxStripProps {
  readonly asks: readonly PermissionId[] | null
  readonly needs: readonly PermissionId[]
}

/** Boxes before which Kraken's screen begins a new group. */
const GROUP_STARTS: ReadonlySet<PermissionId> = new Set<PermissionId>([
  "query-open-trades",
  "query-ledger",
  "create-ws-token",
  "add-withdraw-address",
])

/** The 13 boxes in the order of Kraken's screen: filled is needed, crossed is asked for without need. The words beside it say the same. */
export function BoxStrip({ asks, needs }: BoxStripProps) {
  return (
    <span aria-hidden className="inline-flex items-center gap-0.5">
      {PERMISSION_IDS.map((id) => (
        <Box key={id} needed={needs.includes(id)} asked={asks?.includes(id) ?? false} first={GROUP_STARTS.has(id)} />
      ))}
    </span>
  )
}

function Box({ needed, asked, first }: { readonly needed: boolean; readonly asked: boolean; readonly first: boolean }) {
  const over = asked && !needed
  return (
    <svg
      aria-hidden
      viewBox="0 0 10 10"
      className={classNames("size-2.5 shrink-0", first && "ml-1", over && "text-danger")}
    >
      <rect
        x="0.5"
        y="0.5"
        width="9"
        height="9"
        rx="1.5"
        className={
          needed ? "fill-ink stroke-ink" : over ? "fill-danger-soft stroke-danger" : "fill-none stroke-edge/50"
        }
      />
      {over && <path d="M3 3l4 4M7 3l-4 4" stroke="currentColor" strokeWidth="1.4" strokeLinecap="round" />}
    </svg>
  )
}
