import type { Confidence } from "./confidence"
import type { Source } from "./purpose"

/** Kraken's own pages do not show the screen; the labels come from a walkthrough that agrees with Kraken's reference names. */
const WALKTHROUGH: Source = {
  url: "https://help.haasonline.com/usage/exchanges/kraken",
  date: null,
  seen: "2026-08",
}

const TWO_FACTOR_ARTICLE: Source = {
  url: "https://support.kraken.com/hc/en-us/articles/360000714526",
  date: null,
  seen: "2026-11",
}

export interface Restriction {
  /** The name of the fact that a reading learns about it. */
  readonly id: "name" | "ipAllowlist" | "validUntil" | "queryFrom" | "queryTo" | "nonceWindow"
  /** Exactly what stands on Kraken's key screen. */
  readonly label: string
  readonly means: string
  readonly confidence: Confidence
  readonly source: Source
}

/** What a key has besides its permissions, in the order of Kraken's screen. */
export const RESTRICTIONS: readonly Restriction[] = Object.freeze<Restriction[]>([
  {
    id: "name",
    label: "Name",
    means: "What the key is called. Each name is used once in an account.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
  {
    id: "ipAllowlist",
    label: "IP address restriction",
    means:
      "The key works only from these addresses: IPv4 or IPv6, single or in blocks, separated by commas. Off means from anywhere.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
  {
    id: "validUntil",
    label: "Key expiration",
    means: "The moment after which the key stops working. Off means never.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
  {
    id: "queryFrom",
    label: "Query start date",
    means: "History before this date is hidden from the key. Kraken does not say which calls respect it.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
  {
    id: "queryTo",
    label: "Query end date",
    means: "History after this date is hidden from the key. Kraken does not say which calls respect it.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
  {
    id: "nonceWindow",
    label: "Custom nonce window",
    means:
      "How far a call's number may lie below the highest one so far and still be accepted, most likely counted in the program's own units. Off, or 0, is the strictest: an old call cannot be sent again.",
    confidence: "third-party",
    source: WALKTHROUGH,
  },
])

/** The row of one restriction; the table holds all of them (a test says so). */
export function restrictionById(id: Restriction["id"]): Restriction {
  const restriction = RESTRICTIONS.find((row) => row.id === id)
  if (!restriction) throw new Error(`no restriction ${id} in the table`)
  return restriction
}

/** A place on Kraken's site, by what to click from the start page on. */
interface Place {
  readonly menu: readonly string[]
  readonly confidence: Confidence
  readonly source: Source
}

interface KeyPage extends Place {
  readonly url: string
  /** What to click there to make a key. */
  readonly create: { readonly button: string; readonly dialog: string; readonly confirm: string }
  /** Names and address in older guides. */
  readonly formerMenuLabels: readonly string[]
  readonly formerUrl: string
}

/** Where a person finds, makes and changes spot keys. */
export const KEY_PAGE: KeyPage = {
  url: "https://pro.kraken.com/app/settings/api",
  menu: ["Profile icon", "Settings", "Connections & API", "Spot trading API"],
  create: { button: "Create API key", dialog: "Add API key", confirm: "Generate key" },
  formerMenuLabels: ["API"],
  formerUrl: "https://www.kraken.com/u/security/api",
  confidence: "third-party",
  source: WALKTHROUGH,
}

/** Where a key gets a second factor of its own, once it exists: an app's code or a fixed password, then needed with every signed call. */
export const TWO_FACTOR_PLACE: Place = {
  menu: ["Security", "2FA settings", "API keys"],
  confidence: "official-unclear",
  source: TWO_FACTOR_ARTICLE,
}
