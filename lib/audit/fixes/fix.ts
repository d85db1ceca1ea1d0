/** Something to do about a finding on Kraken's key screen. Two findings with the same fix are one line in "What to change". */
import { KEY_PAGE } from "@/lib/catalog/key-screen"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import type { KeyFacts } from "../facts"
import type { Change } from "../report-schema"

/** What a reading shows of a fix: "done" comes with what was seen; "open" and "unknown" prove nothing. */
export type Progress = { readonly state: "done"; readonly saw: string } | { readonly state: "open" | "unknown" }

export interface Fix {
  readonly id: string
  readonly kind: Change["kind"]
  readonly permission: PermissionId | null
  /** The box that simply goes, where that is all there is to do. */
  readonly unticks?: PermissionId
  /** Sorts by the order of Kraken's screen. */
  readonly position: number
  readonly title: string
  readonly steps: readonly string[]
  readonly proof: string
  /**
   * Asked of a reading that no longer calls for the fix: was it done, or does the reading just not say? `before` is the last reading
   * that called for it.
   */
  readonly progress: (facts: KeyFacts, before: KeyFacts) => Progress
}

/** Positions after the boxes, in the order of the screen; what is no field of it comes last. */
export const POSITION = {
  ipAllowlist: PERMISSION_IDS.length,
  validUntil: PERMISSION_IDS.length + 1,
  queryDates: PERMISSION_IDS.length + 2,
  nonceWindow: PERMISSION_IDS.length + 3,
  wholeKey: PERMISSION_IDS.length + 4,
  lookUp: PERMISSION_IDS.length + 5,
} as const

export const KEY_PAGE_STEP = `At Kraken, go to ${KEY_PAGE.menu.join(" → ")}.`
const OPEN_STEP = "Find this key in the list and open it for editing."
const SAVE_STEP = "Save the key, then read it again here."

/** The way to the key's own screen and back, around what is to be done there. */
export function onKeyScreen(...steps: readonly string[]): string[] {
  return [KEY_PAGE_STEP, OPEN_STEP, ...steps, SAVE_STEP]
}

export const CREATE_STEP = `On the same page, click “${KEY_PAGE.create.button}”`

/** Who says it: Kraken, or the person who told us. */
export function lister({ source }: Pick<KeyFacts, "source">): string {
  return source === "told" ? "You say that Kraken" : "Kraken"
}
