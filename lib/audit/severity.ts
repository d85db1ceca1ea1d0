/** How much a finding weighs; the one place where what a permission can do is turned into a severity. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import type { Power } from "@/lib/catalog/powers"
import { type Severity, severitySchema } from "./report-schema"

/** From the mildest to the worst. */
export const SEVERITIES: readonly Severity[] = severitySchema.options

const OF_POWER: Readonly<Record<Power, Severity>> = Object.freeze({
  "moves-funds-out": "high",
  "changes-addresses": "high",
  trades: "high",
  cancels: "medium",
  "locks-funds": "medium",
  "moves-funds-in": "low",
  "opens-stream": "low",
  exports: "low",
  reads: "low",
})

export function severityOfBox(id: PermissionId): Severity {
  return OF_POWER[permissionById(id).power]
}

export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return SEVERITIES.indexOf(severity) >= SEVERITIES.indexOf(threshold)
}

/** Sorts the worst first. */
export function byDanger(left: { readonly severity: Severity }, right: { readonly severity: Severity }): number {
  return SEVERITIES.indexOf(right.severity) - SEVERITIES.indexOf(left.severity)
}
