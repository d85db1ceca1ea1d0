/** What to tick for one purpose, and why each box: the key page's verdicts for a key that need not exist yet. */
import { callInWords } from "@/lib/catalog/call-words"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import type { Purpose } from "@/lib/catalog/purpose"
import type { Demand, LeastSet } from "./least-set"
import { limitAdvice } from "./limit-advice"
import { tradingAndWithdrawalInOneKey } from "./rules/trading-and-withdrawal-in-one-key"
import { withdrawalWithNewAddresses } from "./rules/withdrawal-with-new-addresses"
import { type Features, featuresOf, leastSetWithFeatures } from "./tick-features"
import type { TickRow, TickSheet } from "./tick-sheet-schema"
import { boxNames, countOf, listOf, lowerFirst, monthOf, purposeName } from "./wording"

const BOXES = PERMISSION_IDS.length

/** What a purpose asks for beyond its least set, and what it leaves out. Both empty where it names no boxes. */
export function differenceOf({ asks }: Pick<Purpose, "asks">, needs: readonly PermissionId[]) {
  return {
    over: (asks ?? []).filter((id) => !needs.includes(id)),
    under: asks === null ? [] : needs.filter((id) => !asks.includes(id)),
  }
}

/** "Leave off Withdraw. Tick Query ledger entries too." or null where nothing differs. */
export function differenceInWords(purpose: Pick<Purpose, "asks">, needs: readonly PermissionId[]): string | null {
  const { over, under } = differenceOf(purpose, needs)
  const parts = [
    over.length > 0 ? `Leave off ${boxNames(over)}.` : "",
    under.length > 0 ? `Tick ${boxNames(under)} too.` : "",
  ]
  return parts.join(" ").trim() || null
}

interface Question {
  readonly purpose: Purpose
  readonly features: Features
  readonly least: LeastSet
}

function callsAmong(demands: readonly Demand[]): string[] {
  return [...new Set(demands.flatMap(({ origin }) => (origin.kind === "call" ? [origin.call] : [])))]
}

function whyTick(id: PermissionId, { purpose, features, least }: Question): string {
  const demands = least.demands.get(id) ?? []
  const calls = callsAmong(demands)
  const optional = features.switches.some(({ adds }) => adds.includes(id))
  const leftOut = !optional && purpose.asks !== null && !purpose.asks.includes(id)
  if (calls.length > 0) {
    const needed = `Needed to ${listOf([...new Set(calls.map(callInWords))])}.`
    return leftOut ? `${needed} Its own text leaves this box out.` : needed
  }
  const kept = demands.find(({ origin }) => origin.kind === "kept")
  if (kept?.origin.kind === "kept") return kept.origin.reason
  const said = purpose.optional.find(({ permission }) => permission === id)
  if (said) return said.reason
  const read = `(read in ${monthOf(purpose.source.seen)})`
  return purpose.kind === "use-case" ? `Kraken's guide names it ${read}.` : `Its own page asks for it ${read}.`
}

function whyLeaveOff(id: PermissionId, { purpose, features }: Question): string {
  const optional = features.switches.find(({ adds }) => adds.includes(id))
  if (optional?.calls.length === 0) return optional.note ?? `${optional.title}.`
  if (optional) return `Only for an optional feature: ${lowerFirst(optional.title)}.`
  if (!purpose.asks?.includes(id)) return "Not needed."
  return purpose.calls.length > 0
    ? "It asks for this box, but none of its known calls needs it."
    : "It asks for this box, but nothing that it is known to do needs it."
}

function rowOf(id: PermissionId, question: Question): TickRow {
  const { purpose, least } = question
  const tick = least.permissions.includes(id)
  const demands = least.demands.get(id) ?? []
  const [call] = demands.flatMap(({ origin }) => (origin.kind === "call" ? [origin.endpoint] : []))
  return {
    id,
    tick,
    asked: purpose.asks === null ? null : purpose.asks.includes(id),
    why: tick ? whyTick(id, question) : whyLeaveOff(id, question),
    calls: callsAmong(demands),
    source: call?.sources[0] ?? (demands.some(({ origin }) => origin.kind === "documented") ? purpose.source : null),
  }
}

function headlineOf(purpose: Purpose, { permissions }: LeastSet, chosen: boolean): string {
  const name = purposeName(purpose)
  const needed = countOf(permissions.length, "box", "boxes")
  if (chosen) return `${name} needs ${needed} with what you have switched on.`
  if (purpose.asks === null || purpose.kind === "use-case") return `${name} needs ${needed} of ${BOXES}.`
  const asked = countOf(purpose.asks.length, "box", "boxes")
  const { over, under } = differenceOf(purpose, permissions)
  if (over.length + under.length > 0) return `${name} asks for ${asked} and needs ${permissions.length}.`
  return `${name} asks for ${asked} and needs ${permissions.length === 1 ? "it" : "them all"}.`
}

function detailOf(purpose: Purpose, { permissions }: LeastSet): string {
  const difference = differenceInWords(purpose, permissions)
  if (difference) return difference
  if (purpose.kind === "use-case" && purpose.asks !== null) return "Kraken's own guide names the same boxes."
  if (purpose.asks !== null) return "Tick these and nothing else."
  return purpose.calls.length > 0
    ? "It names no boxes itself, so this was worked out from what it calls."
    : "Tick these and nothing else."
}

const CAN_EMPTY = "Whoever copies a key with that box can send your balance away."

/** Where the boxes endanger the person, those asked for in vain first, and what to do about it. */
function dangersOf({ purpose, features, least }: Question): string[] {
  const needs = new Set(least.permissions)
  const withdraws = needs.has("withdraw-funds")
  const optional = features.switches.some(({ adds }) => adds.includes("withdraw-funds"))
  const unless = optional
    ? "It asks for Withdraw, which only an optional feature needs."
    : "It asks for Withdraw without need."
  return [
    !withdraws &&
      purpose.asks?.includes("withdraw-funds") &&
      `${unless} ${CAN_EMPTY} Leave it off${optional ? " unless you use that" : ""}.`,
    withdraws &&
      needs.has("modify-trades") &&
      `This key can trade and withdraw. ${tradingAndWithdrawalInOneKey.rationale} Make two if the program can work with them.`,
    withdraws &&
      needs.has("add-withdraw-address") &&
      `${withdrawalWithNewAddresses.rationale} Give this one an IP list, and keep little in the account.`,
  ].filter((danger) => typeof danger === "string")
}

/** `chosen` are ids of switches; those that are unknown change nothing. Throws where the catalogue contradicts itself. */
export function tickSheet(purpose: Purpose, chosen: readonly string[] = []): TickSheet {
  const features = featuresOf(purpose)
  const on = new Set(chosen)
  const least = leastSetWithFeatures(purpose, features, on)
  const question: Question = { purpose, features, least }
  const needs = [...least.permissions]
  return {
    headline: headlineOf(
      purpose,
      least,
      features.switches.some(({ id }) => on.has(id)),
    ),
    detail: detailOf(purpose, least),
    asks: purpose.asks,
    needs,
    rows: PERMISSION_IDS.map((id) => rowOf(id, question)),
    features: features.switches.map(({ id, title, note, adds, calls }) => ({
      ...{ id, title, note, adds, calls, on: on.has(id) },
    })),
    freeFeatures: [...new Set(features.freeCalls.map(callInWords))],
    dangers: dangersOf(question),
    limits: limitAdvice(purpose, needs),
    nonceScale: purpose.nonceScale,
  }
}
