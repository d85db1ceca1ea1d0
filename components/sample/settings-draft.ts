/** What a person has changed on sample Kraken's key screen but not saved. Pure. */
import type { PatchSampleKey, SampleKey } from "@/lib/protocol/session-view"

/** A limit that can be switched off; its text is kept while it is. */
export interface Limit {
  readonly on: boolean
  readonly text: string
}

export const LIMITS = ["ipAllowlist", "validUntil", "queryFrom", "queryTo", "nonceWindow"] as const
export type LimitName = (typeof LIMITS)[number]

export type SettingsDraft = { readonly permissions: ReadonlySet<string> } & Readonly<Record<LimitName, Limit>>

const limit = (text: string): Limit => ({ on: text !== "", text })

/** For a field of the browser, which knows no time zone: the reader's own time, to the minute. */
function localMinute(moment: string | null): string {
  if (moment === null) return ""
  const date = new Date(moment)
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** A day is a day in UTC on both sides, so that nobody's time zone moves it. */
const day = (moment: string | null) => moment?.slice(0, 10) ?? ""

export function draftOf(key: SampleKey): SettingsDraft {
  return {
    permissions: new Set(key.permissions),
    ipAllowlist: limit(key.ipAllowlist.join(", ")),
    validUntil: limit(localMinute(key.validUntil)),
    queryFrom: limit(day(key.queryFrom)),
    queryTo: limit(day(key.queryTo)),
    nonceWindow: limit(key.nonceWindow === 0 ? "" : String(key.nonceWindow)),
  }
}

export function withPermission(draft: SettingsDraft, id: string, ticked: boolean): SettingsDraft {
  const permissions = new Set(draft.permissions)
  if (ticked) permissions.add(id)
  else permissions.delete(id)
  return { ...draft, permissions }
}

const EMPTY: Record<LimitName, string> = {
  ipAllowlist: "Enter an address, or switch the restriction off.",
  validUntil: "Choose a date and a time, or switch the expiration off.",
  queryFrom: "Choose a date, or switch the start date off.",
  queryTo: "Choose a date, or switch the end date off.",
  nonceWindow: "Enter a whole number, or switch the window off.",
}

/** The first limit that is switched on but says nothing; everything else is judged by sample Kraken. */
export function emptyLimit(draft: SettingsDraft): { readonly field: LimitName; readonly message: string } | null {
  const field = LIMITS.find((name) => draft[name].on && draft[name].text.trim() === "")
  return field === undefined ? null : { field, message: EMPTY[field] }
}

const textOf = ({ on, text }: Limit) => (on ? text.trim() : "")

const entries = (text: string) => text.split(/[\s,;]+/).filter((entry) => entry !== "")

function sameSet(left: ReadonlySet<string>, right: readonly string[]): boolean {
  return left.size === right.length && right.every((word) => left.has(word))
}

/** Only what differs from the saved settings, so that a moment keeps its seconds where nobody touched it. */
export function patchOf(key: SampleKey, draft: SettingsDraft): PatchSampleKey {
  const before = draftOf(key)
  const changed = (name: LimitName) => textOf(draft[name]) !== textOf(before[name])
  const moment = (name: LimitName) => {
    const text = textOf(draft[name])
    if (text === "") return null
    return name === "validUntil" ? new Date(text).toISOString() : text
  }
  return {
    ...(sameSet(draft.permissions, key.permissions) ? {} : { permissions: [...draft.permissions] }),
    ...(changed("ipAllowlist") ? { ipAllowlist: entries(textOf(draft.ipAllowlist)) } : {}),
    ...(changed("validUntil") ? { validUntil: moment("validUntil") } : {}),
    ...(changed("queryFrom") ? { queryFrom: moment("queryFrom") } : {}),
    ...(changed("queryTo") ? { queryTo: moment("queryTo") } : {}),
    ...(changed("nonceWindow") ? { nonceWindow: Number(textOf(draft.nonceWindow)) } : {}),
  }
}

export function hasChanges(patch: PatchSampleKey): boolean {
  return Object.keys(patch).length > 0
}
