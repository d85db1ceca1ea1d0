/** What a key can do, in one short sentence, and one more with what to do about it. True in every combination, or it is not said. */
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import type { Power } from "@/lib/catalog/powers"
import type { Purpose } from "@/lib/catalog/purpose"
import type { KeyFacts } from "./facts"
import type { Judgement } from "./judge"
import { boxesIn } from "./power"
import type { Report } from "./report-schema"
import { reach, type Subject } from "./rule-inputs"
import { countOf, listOf } from "./wording"

const HEADLINE_LENGTH_MAX = 90

/** What a power lets a key do, as a verb. Reading is what every key with a permission does, so it is named only where nothing else is. */
const VERBS: readonly (readonly [Power, string])[] = [
  ["moves-funds-out", "withdraw"],
  ["trades", "trade"],
  ["changes-addresses", "change withdrawal addresses"],
  ["cancels", "cancel orders"],
  ["locks-funds", "tie up funds in Earn"],
  ["moves-funds-in", "make deposit addresses"],
]
/** The verbs that decide whether a key is dangerous. The headline says of each whether it is so, or that it is not known. */
const DECISIVE: readonly string[] = ["withdraw", "trade"]

interface Abilities {
  /** Most dangerous first. */
  readonly can: readonly string[]
  readonly unknown: readonly string[]
}

function verbsOf(ids: Iterable<PermissionId>): string[] {
  const powers = new Set([...ids].map((id) => permissionById(id).power))
  return VERBS.flatMap(([power, verb]) => (powers.has(power) ? [verb] : []))
}

function abilitiesOf(facts: KeyFacts): Abilities {
  const can = verbsOf(boxesIn("granted", facts))
  return { can, unknown: verbsOf(boxesIn("unknown", facts)).filter((verb) => !can.includes(verb)) }
}

const FROM_ANYWHERE = " from any IP address"

function fromWhere(facts: KeyFacts): string {
  const found = reach(facts)
  if (found.state === "unknown") return ""
  return found.value === "anywhere" ? FROM_ANYWHERE : " from listed addresses"
}

/** The program by name where there is exactly one, else "its purpose": use cases read badly as somebody who needs something. */
function needer(purposes: readonly Purpose[]): string[] {
  const [first] = purposes
  const named = purposes.length === 1 && first?.kind === "application" ? [first.title] : []
  return [...named, "its purpose"]
}

/** The first that leaves room for the full stop; the last always does. */
function shortest(...candidates: readonly string[]): string {
  return candidates.find((text) => text.length < HEADLINE_LENGTH_MAX) ?? candidates.at(-1) ?? ""
}

/** What the purposes need at most, said as far as it is less than what the key can do. */
function lessNeeded(needed: ReadonlySet<PermissionId>): string {
  if (needed.size === 0) return "needs no key at all"
  return `only needs to ${verbsOf(needed)[0] ?? "read"}`
}

/** How the boxes stand against the purposes: all known, nothing too much, nothing missing. */
function fits({ permissions }: KeyFacts, needed: ReadonlySet<PermissionId>): boolean {
  return PERMISSION_IDS.every((id) => permissions[id] === (needed.has(id) ? "granted" : "denied"))
}

/** The headline where the key can do something of consequence. */
function acting({ facts, purposes, needed }: Subject, { can, unknown }: Abilities): string {
  const decisive = can.filter((verb) => DECISIVE.includes(verb))
  const told = decisive.length > 0 ? decisive : can.slice(0, 1)
  const plain = `Can ${listOf(told)}`
  const main = `${plain}${fromWhere(facts)}`
  const open = unknown.filter((verb) => DECISIVE.includes(verb))
  if (open.length > 0) {
    const rest = `; whether it can ${open.join(" or ")} is not known`
    return shortest(`${main}${rest}`, `${plain}${rest}`)
  }
  if (!needed) return main
  const wanted = verbsOf(needed)
  if (told.some((verb) => !wanted.includes(verb))) {
    const less = needer(purposes).map((who) => `${main}, though ${who} ${lessNeeded(needed)}`)
    return shortest(...less, `${main}, which is not needed`)
  }
  if (!fits(facts, needed) || facts.unknownPermissions.length > 0) return main
  // Needed is what it can do, never that it can do so from anywhere.
  const anywhere = fromWhere(facts) === FROM_ANYWHERE
  const asNeeded = (who: string) =>
    anywhere ? `${plain} as ${who} needs, but${FROM_ANYWHERE}` : `${main}, as ${who} needs`
  return shortest(...needer(purposes).map(asNeeded), main)
}

/** The headline where nothing of consequence is granted. "Only" and "cannot" are said only of what Kraken has denied. */
function harmless({ facts, purposes, needed }: Subject, { unknown }: Abilities): string {
  const granted = boxesIn("granted", facts)
  if (facts.unknownPermissions.length > 0) return "Holds a permission that Keytrim does not know"
  if (unknown.length > 0) return `Not known whether it can ${unknown.slice(0, 2).join(" or ")}`
  if (boxesIn("unknown", facts).length > 0) return "Cannot trade or withdraw; what it can read is not fully known"
  const missing = [...(needed ?? [])].filter((id) => !granted.includes(id)).length
  const who = needer(purposes)
  if (missing > 0) return shortest(...who.map((name) => `Lacks ${countOf(missing, "box", "boxes")} that ${name} needs`))
  if (granted.length === 0) return "Holds no permission"
  if (!needed) return "Can read, but cannot trade or withdraw"
  if (!fits(facts, needed)) return shortest(...who.map((name) => `Can only read, but more than ${name} needs`))
  return shortest(...who.map((name) => `Has exactly what ${name} needs`))
}

function headlineOf(subject: Subject): string {
  const { validUntil } = subject.facts
  const ended =
    validUntil.state === "known" && validUntil.value !== null && Date.parse(validUntil.value) <= subject.nowMs
  if (ended) return "Has expired, by the date that it carries"
  const abilities = abilitiesOf(subject.facts)
  return abilities.can.length > 0 ? acting(subject, abilities) : harmless(subject, abilities)
}

function detailOf({ changes, findings, subject }: Judgement): string {
  const [first] = changes
  if (first) {
    const count = countOf(changes.length, "thing", "things")
    const start = first.change.title
    return changes.length === 1 ? `One thing to change: ${start}.` : `${count} to change. Start with: ${start}.`
  }
  if (subject.purposes.length === 0) return "Say what it is for, to see what it can do without."
  return findings.length === 0 ? "Nothing to change." : "Nothing to change on Kraken's key screen."
}

/** `headline` has at most 90 characters. */
export function summaryOf(judgement: Judgement): Report["summary"] {
  return { headline: `${headlineOf(judgement.subject)}.`, detail: detailOf(judgement) }
}
