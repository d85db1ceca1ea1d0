import { describe, expect, it } from "vitest"
import { buildReport } from "./build-report"
import { EXAMPLE_NOW_MS, exampleKey } from "./example-key"
import { isLimitKnown, UNKNOWN_LIMIT_RULE } from "./known-limits"
import { ANY_IP_RULES } from "./list-headline"
import { RULES } from "./rules"

const LIMITS = ["ipAllowlist", "validUntil", "nonceWindow"] as const

describe("a limit", () => {
  it.each(LIMITS)("that the reading did not tell is not known: %s", (id) => {
    const facts = exampleKey({ unknownFields: [id] })
    const report = buildReport({
      facts,
      purposes: [],
      probes: [],
      nowMs: EXAMPLE_NOW_MS,
      last4: "dyZb",
      nonceScale: null,
    })
    expect(LIMITS.filter((limit) => !isLimitKnown(report, limit))).toEqual([id])
  })

  it("is looked up by rules that exist", () => {
    const ids = RULES.map((rule) => rule.id)
    for (const id of [UNKNOWN_LIMIT_RULE, ...Object.values(ANY_IP_RULES)]) expect(ids).toContain(id)
  })
})
