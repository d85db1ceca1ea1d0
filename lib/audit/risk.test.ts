import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { permissionById } from "@/lib/catalog/permissions"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import { judge } from "./judge"
import { leakOf } from "./leak"
import { boxesIn, canAct } from "./power"
import { riskOf } from "./risk"
import { byDanger } from "./severity"

function riskFor(key: ExampleKey, ...ids: string[]) {
  const facts = exampleKey(key)
  const purposes = ids.flatMap((id) => purposeById(id) ?? [])
  return riskOf(facts, judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS }).findings)
}

const LEVELS = ["none", "low", "medium", "high", "critical"]
const BOT = ["query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades"] as const

describe("the risk", () => {
  it.each<[ExampleKey, string[], string]>([
    [{ granted: ["query-funds"] }, ["moneymoney"], "none"],
    [{ granted: ["query-funds", "query-ledger"] }, ["moneymoney"], "low"],
    [{ granted: BOT, ipAllowlist: ["203.0.113.7"], validUntil: "2027-03-01T00:00:00.000Z" }, ["freqtrade"], "low"],
    [{ granted: BOT }, ["freqtrade"], "high"],
    [{ granted: ["query-funds", "withdraw-funds"] }, ["moneymoney"], "critical"],
    [
      {
        granted: ["query-funds", "withdraw-funds"],
        ipAllowlist: ["203.0.113.7"],
        validUntil: "2027-03-01T00:00:00.000Z",
      },
      ["withdrawal-key"],
      "medium",
    ],
    [{ granted: ["query-funds"], unknown: ["withdraw-funds"] }, ["moneymoney"], "medium"],
    [{ granted: ["query-funds"], unknownPermissions: ["new"] }, ["moneymoney"], "high"],
    [{}, [], "none"],
    [{ granted: ["query-funds"] }, ["rotki"], "none"],
  ])("of %j for %j", (key, ids, level) => expect(riskFor(key, ...ids).level).toBe(level))

  it("explains every point, stays within 0 to 100, and is never milder than the worst danger", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { findings } = judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS })
        const { score, level, reasons } = riskOf(facts, findings)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(score).toBeGreaterThanOrEqual(0)
        expect(score).toBeLessThanOrEqual(100)
        expect(reasons.every(({ points }) => points > 0)).toBe(true)
        for (const { rule, severity } of findings) {
          if (rule.concerns === "working" || severity === "info") continue
          expect(LEVELS.indexOf(level)).toBeGreaterThanOrEqual(LEVELS.indexOf(severity))
        }
      }),
      { numRuns: 400 },
    )
  })

  it("is none or low for a key that can do nothing of value, and never none where that is not known", () => {
    fc.assert(
      fc.property(arbitraryKey, (facts) => {
        const { level } = riskOf(facts, judge({ facts, purposes: [], nowMs: EXAMPLE_NOW_MS }).findings)
        const unsure = boxesIn("unknown", facts)
        const acts = boxesIn("granted", facts).some((id) => canAct(permissionById(id).power))
        if (facts.unknownPermissions.length > 0 || unsure.includes("withdraw-funds"))
          expect(level).not.toMatch(/none|low/)
        if (!acts && unsure.length === 0 && facts.unknownPermissions.length === 0) expect(level).toMatch(/none|low/)
      }),
      { numRuns: 400 },
    )
  })
})

describe("if this key leaks", () => {
  it("tells combinations as what they are", () => {
    const titles = (key: ExampleKey) => leakOf(exampleKey(key)).map(({ title, severity }) => [severity, title])
    expect(titles({ granted: ["withdraw-funds", "add-withdraw-address"] })[0]).toEqual([
      "critical",
      "Everything can be sent to any address",
    ])
    expect(titles({ granted: ["withdraw-funds"] })[0]).toEqual(["high", "Funds can be sent to your saved addresses"])
    expect(titles({ granted: ["withdraw-funds", "query-funds"] })[0]).toEqual(["critical", "Funds can be sent away"])
    expect(titles({ granted: ["modify-trades", "create-ws-token"] })).toEqual([
      ["high", "Your balance can be traded away"],
      ["medium", "A live connection can go on trading"],
      ["info", "From anywhere"],
    ])
    expect(titles({})).toEqual([["info", "Next to nothing"]])
  })

  it("weighs less behind an IP list, and says so", () => {
    const [trading, place] = leakOf(exampleKey({ granted: ["modify-trades"], ipAllowlist: ["203.0.113.7"] }))
    expect(trading?.severity).toBe("medium")
    expect(place?.title).toBe("Only from listed addresses")
  })

  it("puts the worst first, the place last, and never says nothing about what is granted or not known", () => {
    fc.assert(
      fc.property(arbitraryKey, (facts) => {
        const leak = leakOf(facts)
        const threats = leak.slice(0, -1)
        expect(threats).toEqual([...threats].sort(byDanger))
        const open = boxesIn("granted", facts).length + boxesIn("unknown", facts).length
        expect(leak.length > 1).toBe(open + facts.unknownPermissions.length > 0)
        if (facts.permissions["withdraw-funds"] === "unknown")
          expect(JSON.stringify(leak)).toContain("It is not known whether")
      }),
    )
  })
})
