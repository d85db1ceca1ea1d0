import type { AnswerClass } from "@/lib/audit/probe-record"

// Kraken's error strings, from its reference, support pages and SDK (seen 2026-08). Matched whole: `EEarnings:Permission denied:…`
// speaks of a tier, not of the key, and only looks like the refusal of a permission.
const WHOLE: Readonly<Record<string, AnswerClass>> = {
  "EAPI:Invalid key": "invalid-key",
  "EAPI:Invalid signature": "invalid-signature",
  "EAPI:Invalid nonce": "invalid-nonce",
  "EAPI:Rate limit exceeded": "throttled",
  "EGeneral:Too many requests": "throttled",
  "EAuth:Rate limit exceeded": "throttled",
  "EAuth:Too many requests": "throttled",
  "EGeneral:Temporary lockout": "locked-out",
  "EGeneral:Permission denied": "denied",
  "EAPI:Permission denied": "denied",
  "EGeneral:Unknown method": "unknown-method",
  "EService:Unavailable": "unavailable",
  "EService:Busy": "unavailable",
  "EGeneral:Internal error": "unavailable",
}

// Three strings carry a detail: a moment, or a number of the server's own.
const THROTTLED_UNTIL = /^EService: ?Throttled(?:: ?(\d{1,12}))?$/
const INTERNAL_ERROR = /^EGeneral:Internal error:[^:]*$/

/** Several errors in one answer: the one that asks for the most care decides. */
const MOST_CAREFUL_FIRST: readonly AnswerClass[] = [
  "locked-out",
  "throttled",
  "invalid-key",
  "invalid-signature",
  "invalid-nonce",
  "unavailable",
  "unknown-method",
  "other-error",
  "denied",
]

function classOf(error: string): AnswerClass {
  if (Object.hasOwn(WHOLE, error)) return WHOLE[error] ?? "other-error"
  if (THROTTLED_UNTIL.test(error)) return "throttled"
  if (INTERNAL_ERROR.test(error)) return "unavailable"
  return "other-error"
}

/** The class of a non-empty list of errors, and the error that decided it. A denial decides only where nothing else was wrong. */
export function classifyErrors(errors: readonly string[]): { readonly class: AnswerClass; readonly text: string } {
  const classified = errors.map((text) => ({ class: classOf(text), text }))
  const ranked = classified.sort((a, b) => MOST_CAREFUL_FIRST.indexOf(a.class) - MOST_CAREFUL_FIRST.indexOf(b.class))
  return ranked[0] ?? { class: "other-error", text: "" }
}

/** Until when Kraken asks to wait (ms since 1970), where it says so. */
export function throttledUntilMs(errors: readonly string[]): number | null {
  const moments = errors.map((error) => Number(THROTTLED_UNTIL.exec(error)?.[1] ?? 0) * 1000)
  return Math.max(0, ...moments) || null
}
