import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import { judge } from "./judge"
import { summaryOf } from "./summary"

function summary(key: ExampleKey, ...ids: string[]) {
  const purposes = ids.flatMap((id) => purposeById(id) ?? [])
  return summaryOf(judge({ facts: exampleKey(key), purposes, nowMs: EXAMPLE_NOW_MS }))
}

const KOINLY = ["query-funds", "query-closed-trades", "query-ledger", "export-data"] as const
const BOT = ["query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades"] as const

describe("the headline", () => {
  it.each<[ExampleKey, string[], string]>([
    [
      { granted: [...KOINLY, "withdraw-funds"] },
      ["koinly"],
      "Can withdraw from any IP address, though Koinly only needs to read.",
    ],
    [{ granted: KOINLY }, ["koinly"], "Has exactly what Koinly needs."],
    [{ granted: [...KOINLY, "query-open-trades"] }, ["koinly"], "Can only read, but more than Koinly needs."],
    [{ granted: KOINLY.slice(1) }, ["koinly"], "Lacks 1 box that Koinly needs."],
    [{ granted: KOINLY }, [], "Can read, but cannot trade or withdraw."],
    [
      { granted: BOT, ipAllowlist: ["203.0.113.7"] },
      ["freqtrade"],
      "Can trade from listed addresses, as freqtrade needs.",
    ],
    [{ granted: [...BOT, "withdraw-funds"] }, [], "Can withdraw and trade from any IP address."],
    [
      { granted: BOT, unknown: ["withdraw-funds"] },
      [],
      "Can trade from any IP address; whether it can withdraw is not known.",
    ],
    [{ granted: ["query-funds"], unknown: ["withdraw-funds"] }, [], "Not known whether it can withdraw."],
    [{ granted: ["query-funds"], unknownPermissions: ["x"] }, [], "Holds a permission that Keytrim does not know."],
    [
      { granted: ["query-funds"], unknown: ["query-ledger"] },
      ["moneymoney"],
      "Cannot trade or withdraw; what it can read is not fully known.",
    ],
    [{}, [], "Holds no permission."],
    [
      { granted: ["withdraw-funds"] },
      ["market-data"],
      "Can withdraw from any IP address, though its purpose needs no key at all.",
    ],
    [{ granted: BOT, validUntil: "2026-10-01T00:00:00.000Z" }, [], "Has expired, by the date that it carries."],
  ])("of %j for %j is true and short", (key, ids, headline) => {
    expect(summary(key, ...ids).headline).toBe(headline)
  })

  it("fits, whatever the key", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { headline, detail } = summaryOf(judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS }))
        expect(headline.length).toBeLessThanOrEqual(90)
        expect(headline).toMatch(/^[A-Z].*[^.]\.$/)
        expect(detail).toMatch(/^[A-Z0-9].*\.$/)
        for (const word of PERMISSION_IDS) expect(headline + detail).not.toContain(word)
      }),
      { numRuns: 400 },
    )
  })

  it("never says what a key cannot do unless Kraken denied it, and never passes over that it can", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { headline } = summaryOf(judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS }))
        const withdraw = facts.permissions["withdraw-funds"]
        const trade = facts.permissions["modify-trades"]
        const clean = facts.unknownPermissions.length === 0
        if (/cannot|only read|exactly|no permission/i.test(headline)) {
          expect([withdraw, trade, clean]).toEqual(["denied", "denied", true])
        }
        if (headline.startsWith("Has expired")) return
        if (withdraw === "granted") expect(headline).toMatch(/^Can withdraw/)
        if (trade === "granted") expect(headline).toMatch(/^Can (withdraw and )?trade/)
        if (withdraw === "unknown") expect(headline).toMatch(/not known|does not know/i)
      }),
      { numRuns: 1_000 },
    )
  })

  it("names a place only where it is known", () => {
    expect(summary({ granted: BOT, unknownFields: ["ipAllowlist"] }).headline).toBe("Can trade.")
    expect(summary({ granted: BOT, ipAllowlist: ["0.0.0.0/0"] }).headline).toContain("from any IP address")
  })
})

describe("the detail", () => {
  it("says where to start, or that nothing is left", () => {
    expect(summary({ granted: [...KOINLY, "withdraw-funds"] }, "koinly").detail).toBe(
      "One thing to change: Untick Withdraw.",
    )
    expect(summary({ granted: KOINLY }, "koinly").detail).toBe("Nothing to change.")
    expect(summary({ granted: KOINLY }).detail).toBe("Say what it is for, to see what it can do without.")
  })
})
