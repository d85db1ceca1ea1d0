import { APPLICATIONS } from "./applications"
import { GENERIC_PURPOSES } from "./generic-purposes"
import type { Purpose } from "./purpose"
import { USE_CASES } from "./use-cases"

/** Everything a key can be for: Kraken's use cases, what stands in for unlisted programs, then applications by name. */
export const PURPOSES: readonly Purpose[] = Object.freeze([...USE_CASES, ...GENERIC_PURPOSES, ...APPLICATIONS])

export function purposeById(id: string): Purpose | undefined {
  return PURPOSES.find((purpose) => purpose.id === id)
}
