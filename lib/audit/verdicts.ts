/** One row for each box: what Kraken says, whether the purpose needs it, and why. */
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import type { Purpose } from "@/lib/catalog/purpose"
import type { KeyFacts, PermissionState } from "./facts"
import type { LeastSet } from "./least-set"
import type { ReportPermission, Verdict } from "./report-schema"
import { printable, purposeNames } from "./wording"

interface Question {
  readonly facts: KeyFacts
  readonly purposes: readonly Purpose[]
  /** null without a purpose, or where it could not be worked out. */
  readonly least: LeastSet | null
}

export function verdictFor(state: PermissionState, needed: boolean): Verdict {
  if (state === "unknown") return "unknown"
  if (state === "granted") return needed ? "ok" : "excess"
  return needed ? "missing" : "unneeded"
}

function notKnown({ source }: KeyFacts): string {
  return source === "told"
    ? "You have not said whether it is ticked."
    : "Kraken's answer does not say whether it is ticked."
}

/** Who needs the box, and where that is known from. */
function whoNeeds(id: PermissionId, { demands }: LeastSet): string {
  const mine = demands.get(id) ?? []
  const purposes = [...new Set(mine.map(({ purpose }) => purpose))]
  const [only] = mine
  if (only?.origin.kind === "kept") return only.origin.reason
  if (mine.every(({ origin }) => origin.kind === "documented")) {
    const guide = purposes.every(({ kind }) => kind === "use-case")
    const asks = purposes.length === 1 ? "asks" : "ask"
    return guide
      ? `Kraken's guide names it for ${purposeNames(purposes)}.`
      : `${purposeNames(purposes)} ${asks} for it.`
  }
  return `${purposeNames(purposes)} ${purposes.length === 1 ? "needs" : "need"} it.`
}

/** Why the box can go, or stays off. An application that asks for more than it uses is named. */
function whoDoesNot(id: PermissionId, purposes: readonly Purpose[]): string {
  const asking = purposes.filter(({ asks }) => asks?.includes(id))
  if (asking.length > 0) {
    const [ask, work] = asking.length === 1 ? ["asks", "works"] : ["ask", "work"]
    return `${purposeNames(asking)} ${ask} for it, but ${work} without it.`
  }
  return `${purposeNames(purposes)} ${purposes.length === 1 ? "works" : "work"} without it.`
}

function reasonFor(id: PermissionId, state: PermissionState, { facts, purposes, least }: Question): string {
  if (!least && purposes.length > 0) return "Keytrim could not work out whether this purpose needs it."
  if (!least) return state === "unknown" ? notKnown(facts) : permissionById(id).allows
  const why = least.permissions.includes(id) ? whoNeeds(id, least) : whoDoesNot(id, purposes)
  return state === "unknown" ? `${notKnown(facts)} ${why}` : why
}

function rowFor(id: PermissionId, question: Question): ReportPermission {
  const { facts, purposes, least } = question
  const state = facts.permissions[id]
  const needed = least ? least.permissions.includes(id) : null
  const undecided = state === "unknown" || purposes.length > 0 ? "unknown" : null
  return {
    id,
    label: permissionById(id).label,
    level: null,
    declared: state,
    observed: "untested",
    needed,
    verdict: needed === null ? undecided : verdictFor(state, needed),
    reason: reasonFor(id, state, question),
  }
}

/** A word of Kraken's that nobody has classified: it is granted, and nothing is known of it. */
function unlistedRow(word: string): ReportPermission {
  const shown = printable(word, 60)
  return {
    id: shown,
    label: shown,
    level: null,
    declared: "granted",
    observed: "untested",
    needed: null,
    verdict: "unknown",
    reason: "Keytrim does not know this permission. Treat it as dangerous until you know what it does.",
  }
}

/** The 13 boxes in the order of Kraken's screen, then what Kraken lists beyond them. */
export function permissionRows(question: Question): ReportPermission[] {
  return [...PERMISSION_IDS.map((id) => rowFor(id, question)), ...question.facts.unknownPermissions.map(unlistedRow)]
}
