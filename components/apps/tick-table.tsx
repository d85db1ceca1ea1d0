"use client"

import { Square, SquareCheck, SquareX } from "lucide-react"
import { Fragment } from "react"
import { classNames } from "@/components/ui/class-names"
import { Panel } from "@/components/ui/panel"
import type { EntryPage, TickRow, TickSheet } from "@/lib/audit/tick-sheet-schema"
import { GROUPS, permissionById } from "@/lib/catalog/permissions"
import { TickDetails } from "./tick-details"

interface TickTableProps {
  readonly sheet: TickSheet
  readonly kind: EntryPage["kind"]
}

/** All boxes of Kraken's key screen in its groups and order: tick, or leave off, and why. */
export function TickTable({ sheet, kind }: TickTableProps) {
  const asks = sheet.asks !== null && kind === "application"
  const columns = asks ? 4 : 3
  return (
    <Panel
      id="permissions"
      title="What to tick"
      aside={<p className="text-muted">In the order of Kraken’s key screen</p>}
    >
      <table className="-mx-1 w-full border-separate border-spacing-0">
        <thead className="text-left text-note text-muted">
          <tr>
            <th scope="col" className="px-1 pb-1 font-medium md:w-60 print:w-56">
              Box
            </th>
            {asks && (
              <th scope="col" className="w-20 px-1 pb-1 font-medium whitespace-nowrap">
                Asks for it
              </th>
            )}
            <th scope="col" className="w-24 px-1 pb-1 font-medium">
              Do
            </th>
            <th scope="col" className="hidden px-1 pb-1 font-medium md:table-cell print:table-cell">
              Why
            </th>
          </tr>
        </thead>
        {GROUPS.map((group) => (
          <tbody key={group.id}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={columns}
                className="border-t border-line px-1 pt-1.5 text-left text-note font-medium text-muted print:pt-0.5"
              >
                {group.label}
              </th>
            </tr>
            {sheet.rows
              .filter(({ id }) => permissionById(id).group === group.id)
              .map((row) => (
                <Row key={row.id} row={row} asks={asks} />
              ))}
          </tbody>
        ))}
      </table>
    </Panel>
  )
}

const CELL = "px-1 py-1 align-top print:py-px"

function Row({ row, asks }: { readonly row: TickRow; readonly asks: boolean }) {
  const { label } = permissionById(row.id)
  const over = !row.tick && row.asked === true
  return (
    <Fragment>
      <tr className={classNames(over && "bg-danger-soft")}>
        <th scope="row" className={classNames(CELL, "text-left font-medium", !row.tick && !over && "text-muted")}>
          {label}
        </th>
        {asks && <td className={classNames(CELL, row.asked ? "" : "text-muted")}>{row.asked ? "Yes" : "No"}</td>}
        <td className={CELL}>
          <TickWord tick={row.tick} over={over} />
        </td>
        <td className={classNames(CELL, "hidden md:table-cell print:table-cell", !row.tick && !over && "text-muted")}>
          <TickDetails row={row} />
        </td>
      </tr>
      {(row.tick || over) && (
        <tr className={classNames("md:hidden print:hidden", over && "bg-danger-soft")}>
          <td colSpan={4} className="px-1 pb-1.5 text-muted">
            <TickDetails row={row} />
          </td>
        </tr>
      )}
    </Fragment>
  )
}

/** Each has its own shape, so that grey paper tells them apart. */
function TickWord({ tick, over }: { readonly tick: boolean; readonly over: boolean }) {
  const [Icon, look] = tick
    ? [SquareCheck, "font-semibold text-ink"]
    : over
      ? [SquareX, "font-semibold text-danger"]
      : [Square, "text-muted"]
  return (
    <span className={classNames("inline-flex items-center gap-1.5 whitespace-nowrap", look)}>
      <Icon aria-hidden className="size-4 shrink-0" />
      {tick ? "Tick" : "Leave off"}
    </span>
  )
}
