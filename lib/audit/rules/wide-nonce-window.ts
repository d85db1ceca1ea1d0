import { restrictionById } from "@/lib/catalog/key-screen"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { lowerNonceWindow } from "../fixes/limits"
import { countOf, purposeName } from "../wording"

/** Calls that overtake each other on the way are rarely more than a few seconds apart. */
const WIDE_SECONDS = 10
/** Most programs count in milliseconds; where nobody said, that is assumed and said. */
const ASSUMED_PER_SECOND = 1_000

const perSecond = (scale: NonceScale | null): number | null => {
  const units = NONCE_SCALES.find(({ id }) => id === scale)?.unitsPerSecond
  return units ? Number(units) : null
}

/** A window lets old calls in again: the wider it is, the longer one that was caught or delayed still counts. */
export const wideNonceWindow = defineRule({
  id: "wide-nonce-window",
  concerns: "safety",
  severity: "low",
  title: { pass: "Accepts no old calls", fail: "Accepts calls that are long past" },
  rationale: "Within the window a call that was held up, or caught by someone, is still accepted, an order among them.",
  source: restrictionById("nonceWindow").source,
  requires: ["nonceWindow", "nonceScale", "purposes"],
  check({ nonceWindow, nonceScale, purposes }) {
    if (nonceWindow === 0) return notApplicable("the key has no nonce window")
    const told = perSecond(nonceScale)
    const seconds = Math.floor(nonceWindow / (told ?? ASSUMED_PER_SECOND))
    if (seconds <= WIDE_SECONDS) return pass()
    const counted = told === null ? "If the program counts in milliseconds, that is" : "As the program counts, that is"
    const wishes = purposes.flatMap((purpose) =>
      purpose.wishes.nonceWindow ? [` ${purposeName(purpose)} on this: ${purpose.wishes.nonceWindow}`] : [],
    )
    const why = `The window is ${nonceWindow.toLocaleString("en-GB")}. ${counted} ${countOf(seconds, "second", "seconds")}.${wishes.join("")}`
    return fail({ subject: "nonceWindow", why, fix: lowerNonceWindow })
  },
  examples: [
    {
      says: "A window of five seconds, for a program that counts in milliseconds.",
      key: { nonceWindow: 5_000, nonceScale: "ms" },
      expect: "pass",
    },
    {
      says: "A window of ten minutes, for a program that counts in milliseconds.",
      key: { nonceWindow: 600_000, nonceScale: "ms" },
      expect: "fail",
    },
    {
      says: "The same number, for a program that counts in nanoseconds.",
      key: { nonceWindow: 600_000, nonceScale: "ns" },
      expect: "pass",
    },
    {
      says: "The same number, where nobody knows how the program counts.",
      key: { nonceWindow: 600_000, nonceScale: "unknown" },
      expect: "fail",
    },
    { says: "A key without a window.", key: {}, expect: "not-applicable" },
  ],
})
