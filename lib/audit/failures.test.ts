import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"
import { FAILURE_KINDS, type FailureKind } from "./failure-kinds"
import { describeFailure, type FailureCircumstances, failureTitle } from "./failures"

const circumstances: fc.Arbitrary<FailureCircumstances> = fc.record(
  {
    kind: fc.constantFrom(...FAILURE_KINDS),
    krakenText: fc.option(fc.string({ unit: "binary", maxLength: 400 })),
    retryable: fc.boolean(),
    clockSkewMs: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
    otpGiven: fc.boolean(),
    nonceScale: fc.constantFrom(null, ...NONCE_SCALES.map(({ id }) => id)),
    betweenCalls: fc.boolean(),
  },
  { requiredKeys: ["kind", "krakenText"] },
)

const describeKind = (kind: FailureKind, more: Partial<FailureCircumstances> = {}) =>
  describeFailure({ kind, krakenText: null, ...more })

describe("a failure", () => {
  it("always has a title, a message in sentences, and one thing to do", () => {
    fc.assert(
      fc.property(circumstances, (given) => {
        const { message, nextStep } = describeFailure(given)
        expect(failureTitle(given.kind)).toMatch(/^[A-Z].*[^.]$/)
        expect(message).toMatch(/^[A-Z].*\.$/)
        expect(nextStep).toMatch(/^[A-Z].*\.$/)
        expect(message + nextStep).not.toMatch(/undefined|null|NaN/)
      }),
    )
  })

  it("repeats Kraken's text alone, harmless and at most 200 characters long", () => {
    fc.assert(
      fc.property(circumstances, (given) => {
        const { krakenText, message } = describeFailure(given)
        expect(krakenText === null).toBe(given.krakenText === null)
        expect([...(krakenText ?? "")].length).toBeLessThanOrEqual(200)
        expect(krakenText ?? "").not.toMatch(/\p{C}/u)
        const plain = describeFailure({ ...given, krakenText: null })
        expect(message).toBe(plain.message)
      }),
    )
  })

  it("has a title of its own for every kind", () => {
    expect(new Set(FAILURE_KINDS.map(failureTitle)).size).toBe(FAILURE_KINDS.length)
  })

  it("of the key names what Kraken's answer does not tell apart", () => {
    const { message } = describeKind("wrong-key")
    for (const cause of ["missing", "deleted", "disabled", "expired", "Futures", "IP list"])
      expect(message).toContain(cause)
    expect(describeKind("ip-not-allowed").message).toMatch(/deleted or disabled/)
  })

  it("of the secret names two-factor authentication, and of two-factor authentication the secret", () => {
    expect(describeKind("wrong-secret", { otpGiven: false }).message).toContain("two-factor")
    expect(describeKind("wrong-secret", { otpGiven: true }).message).toContain("code was wrong")
    expect(describeKind("otp-required").message).toContain("secret")
  })

  it("of the nonce offers a try between calls only where it was not made and a clock scale was named", () => {
    const next = (more: Partial<FailureCircumstances>) => describeKind("nonce", more).nextStep
    expect(next({ nonceScale: "ms" })).toContain("between two of its calls")
    for (const nonceScale of ["unused", "unknown", "counter"] as const)
      expect(next({ nonceScale })).not.toContain("between")
    expect(next({ nonceScale: "ms", betweenCalls: true })).not.toContain("between")
    expect(next({ nonceScale: "ms", pausedUntilMs: 1 })).toMatch(/countdown/)
  })

  it("of the clock says how far and in which direction", () => {
    expect(describeKind("clock", { clockSkewMs: -63_400 }).message).toContain("about 63 seconds behind Kraken's")
    expect(describeKind("clock", { clockSkewMs: 7_000 }).message).toContain("about 7 seconds ahead of Kraken's")
    expect(describeKind("clock").message).not.toContain("about")
  })

  it("may be tried again where nothing about the key has to change, unless the circumstances say otherwise", () => {
    const retryable = FAILURE_KINDS.filter((kind) => describeKind(kind).retryable)
    expect(retryable).toEqual([
      "nonce",
      "clock",
      "throttled",
      "locked-out",
      "paused",
      "kraken-unavailable",
      "unreachable",
      "timeout",
      "malformed-answer",
    ])
    expect(describeKind("unexpected", { retryable: true }).retryable).toBe(true)
  })
})
