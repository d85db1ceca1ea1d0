import type { Source } from "@/lib/catalog/purpose"
import { USE_CASES } from "@/lib/catalog/use-cases"

/** Kraken's guide to API keys: the source of its use cases, and of its advice to separate, limit and replace keys. */
export function keyGuide(): Source {
  const [first] = USE_CASES
  if (!first) throw new Error("the catalogue has no use case of Kraken's guide")
  return first.source
}
