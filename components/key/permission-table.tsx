"use client"

import { Panel } from "@/components/ui/panel"
import type { ReportPermission } from "@/lib/audit/report-schema"
import { PermissionGroupRows } from "./permission-group-rows"
import { groupPermissions } from "./permission-groups"

/** All boxes of Kraken's key screen, in its groups and order: how they stand today and how they should. */
export function PermissionTable({ permissions }: { readonly permissions: readonly ReportPermission[] }) {
  const groups = groupPermissions(permissions)
  // Without a purpose nothing is judged, and the room is better spent on what each box allows.
  const judged = permissions.some(({ verdict }) => verdict !== null)
  return (
    <Panel
      id="permissions"
      title="Permissions"
      aside={<p className="text-muted">In the order of Kraken’s key screen</p>}
    >
      <table className="-mx-1 w-full border-separate border-spacing-0">
        <thead className="text-left text-note text-muted">
          <tr>
            <th scope="col" className="hidden w-36 px-1 pb-1 font-medium xl:table-cell">
              Group
            </th>
            <th scope="col" className="px-1 pb-1 font-medium xl:w-56">
              Box
            </th>
            <th scope="col" className="w-24 px-1 pb-1 font-medium">
              Today
            </th>
            {judged && (
              <th scope="col" className="w-28 px-1 pb-1 font-medium">
                Verdict
              </th>
            )}
            <th scope="col" className="hidden px-1 pb-1 font-medium md:table-cell">
              {judged ? "Why" : "What it allows"}
            </th>
          </tr>
        </thead>
        {groups.map((group) => (
          <PermissionGroupRows key={group.id} group={group} judged={judged} />
        ))}
      </table>
    </Panel>
  )
}
