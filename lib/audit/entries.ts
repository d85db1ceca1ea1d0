/** Everything that can be looked up: Kraken's use cases, the stand-ins for what is not listed, and all applications known by name. */
import type { ApplicationEntry } from "@/lib/catalog/application-entry"
import { APPLICATION_ENTRIES } from "@/lib/catalog/applications"
import { GENERIC_PURPOSES } from "@/lib/catalog/generic-purposes"
import type { Purpose } from "@/lib/catalog/purpose"
import { purposeById } from "@/lib/catalog/purposes"
import { USE_CASES } from "@/lib/catalog/use-cases"
import { leastSetWith } from "./tick-features"
import { differenceInWords, tickSheet } from "./tick-sheet"
import type { EntryPage, EntrySummary, StandIn } from "./tick-sheet-schema"

/** One entry, with its purpose where it has one of its own. */
export interface Entry {
  readonly told: Purpose | ApplicationEntry
  readonly kind: EntrySummary["kind"]
  readonly ship: EntrySummary["ship"]
  readonly purpose: Purpose | null
}

const ofPurpose =
  (kind: Entry["kind"]) =>
  (purpose: Purpose): Entry => ({
    ...{ told: purpose, kind },
    ship: purpose.standing ?? "own",
    purpose: purpose.standing === undefined ? purpose : null,
  })

function ofApplication(told: ApplicationEntry): Entry {
  return { told, kind: "application", ship: told.ship, purpose: told.ship === "own" ? told.purpose : null }
}

/** Kraken's use cases in the order of its guide, stand-ins, then applications by category. */
export const ENTRIES: readonly Entry[] = Object.freeze([
  ...USE_CASES.map(ofPurpose("use-case")),
  ...GENERIC_PURPOSES.map(ofPurpose("stand-in")),
  ...APPLICATION_ENTRIES.map(ofApplication),
])

export function entryById(id: string): Entry | undefined {
  return ENTRIES.find(({ told }) => told.id === id)
}

/** Under which names people look for an entry. A key's name may hold words that are too short for that; they do no harm here. */
export function namesOf({ told }: Entry): string[] {
  return [...new Set([...told.aliases, ...told.nameHints])]
}

function headOf(entry: Entry) {
  const { id, title, summary, category, confidence } = entry.told
  return { id, title, summary, category, confidence, aliases: namesOf(entry), kind: entry.kind, ship: entry.ship }
}

export function summariseEntry(entry: Entry): EntrySummary {
  const { purpose } = entry
  const needs = purpose && [...leastSetWith(purpose).permissions]
  return {
    ...headOf(entry),
    asks: purpose?.asks ?? null,
    needs,
    difference: purpose && needs && differenceInWords(purpose, needs),
  }
}

function standInsOf({ told }: Entry): StandIn[] {
  const ids = "useInstead" in told ? told.useInstead : []
  return ids.map((id) => {
    const purpose = purposeById(id)
    if (!purpose) throw new Error(`${told.id} points to ${id}, which is no purpose`)
    return { id, title: purpose.title, needs: [...leastSetWith(purpose).permissions] }
  })
}

/** Everything that is known of an entry, with the chosen optional features on. */
export function entryPage(entry: Entry, chosen: readonly string[] = []): EntryPage {
  const { told, purpose } = entry
  return {
    ...headOf(entry),
    notes: told.notes,
    source: told.source,
    furtherSources: [...told.furtherSources],
    seen: "seen" in told ? told.seen : told.source.seen,
    standIns: standInsOf(entry),
    ipAllowlistSaid: purpose ? null : told.wishes.ipAllowlist,
    sheet: purpose && tickSheet(purpose, chosen),
  }
}
