import { describe, expect, it } from "vitest"
import { defineRule, fail, notApplicable, pass, type Rule } from "./define-rule"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import { subjectOf } from "./judge"
import type { InputName } from "./rule-inputs"
import { RULES } from "./rules"
import { expired } from "./rules/expired"
import { findingsOf, runRule, runRules } from "./run-rules"

const subject = (key: ExampleKey = {}) => subjectOf({ facts: exampleKey(key), purposes: [], nowMs: EXAMPLE_NOW_MS })

function ruleWith<const Name extends InputName>(requires: readonly Name[], check: Rule<Name>["check"]): Rule<Name> {
  return defineRule({ ...expired, id: "a-test", requires, check, examples: [] })
}

describe("a rule", () => {
  it("sees what it requires and nothing else, at run time as well", () => {
    let seen: unknown
    const curious = ruleWith(["permission:withdraw-funds", "nonceWindow"], (given) => {
      seen = given
      return pass()
    })
    runRule(curious, subject({ granted: ["withdraw-funds", "modify-trades"], nonceWindow: 7 }))
    expect(seen).toEqual({ nonceWindow: 7, permission: { "withdraw-funds": "granted" } })
  })

  it("does not compile when it touches anything it did not require", () => {
    // @ts-expect-error nonceWindow is not among what is required
    ruleWith(["reach"], ({ nonceWindow }) => (nonceWindow === 0 ? pass() : pass()))
    // @ts-expect-error another permission than the one that is required
    ruleWith(["permission:add-funds"], ({ permission }) => (permission["withdraw-funds"] ? pass() : pass()))
    expect(true).toBe(true)
  })

  it("is not asked while something that it requires is unknown", () => {
    const asked = ruleWith(["permission:withdraw-funds", "reach"], () =>
      fail({ subject: null, why: "Asked.", fix: null }),
    )
    const outcome = runRule(asked, subject({ unknown: ["withdraw-funds"], unknownFields: ["ipAllowlist"] }))
    expect(outcome).toMatchObject({ state: "unknown", inputs: ["permission:withdraw-funds", "reach"] })
    expect(findingsOf([outcome])).toEqual([])
  })

  it("is not asked about a purpose where none was chosen", () => {
    const outcome = runRule(
      ruleWith(["needed"], () => pass()),
      subject(),
    )
    expect(outcome).toMatchObject({ state: "not-applicable", reason: "no purpose was chosen" })
  })

  it("that breaks is a finding of its own and hides no other", () => {
    const broken = ruleWith([], () => {
      throw new Error("the secret of the machine")
    })
    const key = subject({ granted: ["withdraw-funds"] })
    const alone = findingsOf(runRules(RULES, key))
    const together = findingsOf(runRules([broken, ...RULES], key))
    expect(together.slice(1)).toEqual(alone)
    expect(together[0]).toMatchObject({ rule: broken, severity: "medium", title: "One check could not be finished" })
    expect(JSON.stringify(together[0])).not.toContain("secret of the machine")
  })

  it("may fail several times, each with its own subject", () => {
    const twice = ruleWith([], () =>
      fail({ subject: "a", why: "One.", fix: null }, { subject: "b", why: "Two.", severity: "high", fix: null }),
    )
    const findings = findingsOf([runRule(twice, subject())])
    expect(findings.map(({ subject: about, severity }) => [about, severity])).toEqual([
      ["a", "low"],
      ["b", "high"],
    ])
    expect(
      runRule(
        ruleWith([], () => notApplicable("why")),
        subject(),
      ).state,
    ).toBe("not-applicable")
  })
})
