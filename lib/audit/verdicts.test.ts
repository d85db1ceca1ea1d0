import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { type ExampleKey, exampleKey } from "./example-key"
import { leastSet } from "./least-set"
import { permissionRows, verdictFor } from "./verdicts"

function rows(key: ExampleKey, ...ids: string[]) {
  const purposes = ids.flatMap((id) => purposeById(id) ?? [])
  const least = leastSet(purposes)
  return permissionRows({ facts: exampleKey(key), purposes, least: least.ok && ids.length > 0 ? least.value : null })
}

const rowOf = (id: string, ...args: Parameters<typeof rows>) => rows(...args).find((row) => row.id === id)

describe("the rows of the permissions", () => {
  it("follow from what Kraken says and what is needed", () => {
    expect(verdictFor("granted", true)).toBe("ok")
    expect(verdictFor("granted", false)).toBe("excess")
    expect(verdictFor("denied", true)).toBe("missing")
    expect(verdictFor("denied", false)).toBe("unneeded")
    expect([verdictFor("unknown", true), verdictFor("unknown", false)]).toEqual(["unknown", "unknown"])
  })

  it("are the 13 in the order of the screen, then what the catalogue does not know", () => {
    const ids = rows({ unknownPermissions: ["lend-everything"] }).map(({ id }) => id)
    expect(ids).toEqual([...PERMISSION_IDS, "lend-everything"])
  })

  it("say why: who needs it, who only asks for it, and why it is kept", () => {
    expect(rowOf("query-funds", { granted: ["query-funds"] }, "moneymoney")?.reason).toBe("MoneyMoney needs it.")
    expect(rowOf("export-data", { granted: ["export-data"] }, "koinly")?.reason).toBe("Koinly asks for it.")
    expect(rowOf("withdraw-funds", { granted: ["withdraw-funds"] }, "hummingbot")?.reason).toBe(
      "Hummingbot asks for it, but works without it.",
    )
    expect(rowOf("close-trades", {}, "freqtrade")?.reason).toContain("Kraken's pages disagree")
    expect(rowOf("add-funds", {}, "funding")?.reason).toBe("Kraken's guide names it for “Deposits and withdrawals”.")
    expect(rowOf("query-ledger", {}, "moneymoney", "rotki")?.reason).toBe("rotki needs it.")
  })

  it("say nothing about need without a purpose", () => {
    const row = rowOf("withdraw-funds", { granted: ["withdraw-funds"] })
    expect(row).toMatchObject({ needed: null, verdict: null, declared: "granted" })
    expect(rowOf("withdraw-funds", { unknown: ["withdraw-funds"] })).toMatchObject({ needed: null, verdict: "unknown" })
  })

  it("say where nobody could work out what a purpose needs", () => {
    const purposes = [purposeById("rotki")].flatMap((purpose) => purpose ?? [])
    const undecided = permissionRows({ facts: exampleKey({ granted: ["query-funds"] }), purposes, least: null })
    expect(new Set(undecided.map(({ verdict }) => verdict))).toEqual(new Set(["unknown"]))
  })

  it("are complete sentences without wire words, and no unknown state ever has a settled verdict", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const least = leastSet(purposes)
        const table = permissionRows({ facts, purposes, least: least.ok && purposes.length > 0 ? least.value : null })
        for (const { reason, declared, verdict, label } of table) {
          expect(reason).toMatch(/\.$/)
          for (const word of PERMISSION_IDS) expect(reason + label).not.toContain(word)
          if (declared === "unknown") expect(verdict).toBe("unknown")
          expect(label).not.toMatch(/\p{C}/u)
        }
      }),
    )
  })
})
