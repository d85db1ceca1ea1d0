"use client"

import { useState } from "react"
import type { PermissionGroup } from "./permission-groups"
import { PermissionRow } from "./permission-row"

interface PermissionGroupRowsProps {
  readonly group: PermissionGroup
  /** Whether the table has a column of verdicts. */
  readonly judged: boolean
}

/** One group of Kraken's key screen. Its name stands beside the rows where there is room, above them elsewhere. */
export function PermissionGroupRows({ group, judged }: PermissionGroupRowsProps) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const toggle = (id: string) =>
    setOpened((before) => {
      const after = new Set(before)
      if (!after.delete(id)) after.add(id)
      return after
    })
  return (
    <tbody>
      <tr className="xl:hidden">
        <th
          scope="rowgroup"
          colSpan={4}
          className="border-t border-line px-1 pt-2 text-left text-note font-medium text-muted"
        >
          {group.label}
        </th>
      </tr>
      {group.entries.map((entry, at) => (
        <PermissionRow
          key={entry.judged.id}
          entry={entry}
          judged={judged}
          opened={opened.has(entry.judged.id)}
          onToggle={() => toggle(entry.judged.id)}
          // An opened row takes a second line of the table, and the group's name has to span that as well.
          groupCell={at === 0 ? { label: group.label, rows: group.entries.length + opened.size } : null}
        />
      ))}
    </tbody>
  )
}
