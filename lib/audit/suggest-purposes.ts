/** What a key may be for, guessed from its name and from its boxes. Only offered: a person chooses. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { Purpose } from "@/lib/catalog/purpose"
import { PURPOSES } from "@/lib/catalog/purposes"
import type { KeyFacts } from "./facts"
import { leastSet } from "./least-set"
import { boxesIn } from "./power"

export interface Suggestion {
  readonly id: string
  readonly title: string
  readonly why: string
}

const SUGGESTIONS_MAX = 3
/** Below half of the boxes in common a suggestion would only mislead; a program by name is worth naming only where all are its own. */
const LIKENESS_MIN = { "use-case": 0.5, application: 1 } as const

/** Letters and digits only, one space between words, so that "old_bot-2" holds the word "bot". */
function words(text: string): string {
  return ` ${text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()} `
}

function byName(name: string, purposes: readonly Purpose[]): Suggestion[] {
  const spoken = words(name)
  return purposes
    .flatMap(({ id, title, nameHints }) => {
      const hints = nameHints.filter((hint) => spoken.includes(words(hint)))
      const [longest] = hints.sort((one, other) => other.length - one.length)
      return longest ? [{ id, title, longest }] : []
    })
    .sort((one, other) => other.longest.length - one.longest.length)
    .map(({ id, title, longest }) => ({ id, title, why: `The key's name says “${longest}”.` }))
}

/** How much of all boxes involved is both needed and ticked, from 0 to 1. */
function likeness(needed: readonly PermissionId[], granted: ReadonlySet<PermissionId>): number {
  const common = needed.filter((id) => granted.has(id)).length
  return needed.length === 0 ? 0 : common / new Set([...needed, ...granted]).size
}

function whyLike(needed: readonly PermissionId[], granted: ReadonlySet<PermissionId>): string {
  const common = needed.filter((id) => granted.has(id)).length
  const spare = granted.size - common
  if (common < needed.length)
    return `${common} of the ${needed.length} boxes that it needs ${common === 1 ? "is" : "are"} ticked.`
  return spare === 0 ? "It needs exactly the boxes that are ticked." : `All that it needs is ticked, and ${spare} more.`
}

interface Fit {
  readonly purpose: Purpose
  readonly needed: readonly PermissionId[]
}

/** Of purposes with the same set the first stands for all, unless they are several programs: the boxes cannot tell which. */
function standIn(alike: readonly Fit[]): Fit[] {
  const [first] = alike
  return first && (first.purpose.kind === "use-case" || alike.length === 1) ? [first] : []
}

/** Purposes whose least set is most like what is ticked. */
function byBoxes(facts: KeyFacts, purposes: readonly Purpose[]): Suggestion[] {
  const granted = new Set(boxesIn("granted", facts))
  const bySet = new Map<string, Fit[]>()
  for (const purpose of purposes) {
    const least = leastSet([purpose], { held: granted })
    const needed = least.ok ? least.value.permissions : []
    bySet.set(needed.join(), [...(bySet.get(needed.join()) ?? []), { purpose, needed }])
  }
  return [...bySet.values()]
    .flatMap(standIn)
    .map((fit) => ({ ...fit, likeness: likeness(fit.needed, granted) }))
    .filter(({ purpose, likeness }) => likeness >= LIKENESS_MIN[purpose.kind])
    .sort((one, other) => other.likeness - one.likeness)
    .map(({ purpose: { id, title }, needed }) => ({ id, title, why: whyLike(needed, granted) }))
}

/** At most three, those that the name suggests first. Purposes that need no key are never suggested. */
export function suggestPurposes(facts: KeyFacts, purposes: readonly Purpose[] = PURPOSES): Suggestion[] {
  const open = purposes.filter(({ standing }) => standing === undefined)
  const named = facts.name.state === "known" ? byName(facts.name.value, open) : []
  const fitting = byBoxes(facts, open).filter(({ id }) => !named.some((other) => other.id === id))
  return [...named, ...fitting].slice(0, SUGGESTIONS_MAX)
}
