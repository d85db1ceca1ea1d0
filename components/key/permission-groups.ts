import type { ReportPermission } from "@/lib/audit/report-schema"
import { GROUPS, PERMISSIONS, type Permission } from "@/lib/catalog/permissions"

export interface PermissionEntry {
  readonly judged: ReportPermission
  /** What the catalogue knows of it; null for a word that it does not know. */
  readonly known: Permission | null
}

export interface PermissionGroup {
  readonly id: string
  readonly label: string
  readonly entries: readonly PermissionEntry[]
}

/** The rows of a report in the groups and the order of Kraken's key screen; words that nobody knows stand last. */
export function groupPermissions(permissions: readonly ReportPermission[]): readonly PermissionGroup[] {
  const judgedById = new Map(permissions.map((judged) => [judged.id, judged]))
  const groups = GROUPS.map(({ id, label }) => ({
    id,
    label,
    entries: PERMISSIONS.filter(({ group }) => group === id).flatMap((known): PermissionEntry[] => {
      const judged = judgedById.get(known.id)
      return judged ? [{ judged, known }] : []
    }),
  }))
  const known = new Set<string>(PERMISSIONS.map(({ id }) => id))
  const strangers = permissions.filter(({ id }) => !known.has(id)).map((judged) => ({ judged, known: null }))
  return [...groups, { id: "strangers", label: "New to Keytrim", entries: strangers }].filter(
    ({ entries }) => entries.length > 0,
  )
}
