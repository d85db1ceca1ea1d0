/** Fixes that concern the key as a whole, and things to look up because no reading told them. */
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { unknownLimits } from "../rule-inputs"
import { dayOf } from "../wording"
import { CREATE_STEP, type Fix, KEY_PAGE_STEP, lister, POSITION } from "./fix"

const whole = { kind: "replace", permission: null, position: POSITION.wholeKey } as const
const lookUp = { kind: "check", permission: null, position: POSITION.lookUp } as const

export const replaceKey: Fix = Object.freeze({
  ...whole,
  id: "replace:key",
  title: "Replace this key by a new one",
  steps: [
    KEY_PAGE_STEP,
    `${CREATE_STEP}. Tick only the boxes that are marked Keep or Tick here.`,
    "Enter the new key in the program and see that it works.",
    "Delete the old key at Kraken, then add the new one here.",
  ],
  proof: "Kraken shows a later Key expiration, or no longer knows the old key.",
  progress: ({ source, validUntil }, before) => {
    if (validUntil.state === "unknown" || before.validUntil.state === "unknown") return { state: "unknown" }
    if (validUntil.value === before.validUntil.value) return { state: "open" }
    const shows = validUntil.value === null ? "no Key expiration" : `Key expiration ${dayOf(validUntil.value)}`
    return { state: "done", saw: `${lister({ source })} now shows ${shows}` }
  },
} satisfies Fix)

export const deleteKey: Fix = Object.freeze({
  ...whole,
  id: "delete:key",
  title: "Delete this key",
  steps: [
    "Make sure that no other program uses it.",
    KEY_PAGE_STEP,
    "Find this key in the list and delete it.",
    "Read it again here: Kraken should no longer know it.",
  ],
  proof: "Kraken no longer knows the key.",
  // A key that can still be read was not deleted.
  progress: () => ({ state: "open" }),
} satisfies Fix)

export const separatePrograms: Fix = Object.freeze({
  ...whole,
  id: "split:programs",
  title: "Give each program a key of its own",
  steps: [
    KEY_PAGE_STEP,
    `${CREATE_STEP} and make one key for each program, with only the boxes that it needs.`,
    "Enter each new key in its program, then trim or delete this one.",
    "Choose the one purpose that is left for this key here.",
  ],
  proof: "One program is named as this key's purpose.",
  // Only the person's own choice of purposes shows this, and that choice is the same for all readings.
  progress: () => ({ state: "open" }),
} satisfies Fix)

export const lookUpBoxes: Fix = Object.freeze({
  ...lookUp,
  id: "check:boxes",
  title: "Look up the boxes that are not known",
  steps: [
    KEY_PAGE_STEP,
    "Open this key and see which of the boxes marked Not known are ticked.",
    "Read the key again here.",
  ],
  proof: "Every box is known to be ticked or not.",
  progress: ({ permissions, source }) =>
    PERMISSION_IDS.some((id) => permissions[id] === "unknown")
      ? { state: "unknown" }
      : { state: "done", saw: source === "told" ? "You told us every box" : "Kraken told every box" },
} satisfies Fix)

export const lookUpWords: Fix = Object.freeze({
  ...lookUp,
  id: "check:unlisted-permissions",
  title: "Find the permission that Keytrim does not know",
  steps: [
    KEY_PAGE_STEP,
    "Open this key and look for a ticked box that is not among the 13 listed here.",
    "Unless you know that the program needs it, untick it and save.",
    "Read the key again here.",
  ],
  proof: "Kraken lists only permissions that Keytrim knows.",
  progress: (facts) =>
    facts.unknownPermissions.length > 0
      ? { state: "open" }
      : { state: "done", saw: `${lister(facts)} no longer lists a permission that Keytrim does not know` },
} satisfies Fix)

export const lookUpLimits: Fix = Object.freeze({
  ...lookUp,
  id: "check:limits",
  title: "Look up the restrictions that are not known",
  steps: [
    KEY_PAGE_STEP,
    "Open this key and see what is set for IP address restriction, Key expiration and Custom nonce window.",
    "Read the key again here.",
  ],
  proof: "Every restriction is known.",
  progress: (facts) =>
    unknownLimits(facts).length > 0 ? { state: "unknown" } : { state: "done", saw: "Every restriction is now known" },
} satisfies Fix)
