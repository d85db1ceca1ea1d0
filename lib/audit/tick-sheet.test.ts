import { describe, expect, it } from "vitest"
import { APPLICATIONS } from "@/lib/catalog/applications"
import { endpointByPath } from "@/lib/catalog/endpoints"
import { satisfies } from "@/lib/catalog/need"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { PURPOSES, purposeById } from "@/lib/catalog/purposes"
import { featuresOf } from "./tick-features"
import { tickSheet } from "./tick-sheet"
import { tickSheetSchema } from "./tick-sheet-schema"

function sheetOf(id: string, chosen: readonly string[] = []) {
  const purpose = purposeById(id)
  if (!purpose) throw new Error(`no purpose ${id}`)
  return tickSheet(purpose, chosen)
}

describe("tickSheet", () => {
  const usable = PURPOSES.filter(({ standing }) => standing === undefined)

  it.each(usable.map((purpose) => [purpose.id, purpose] as const))("has the published form for %s", (_, purpose) => {
    expect(tickSheetSchema.safeParse(tickSheet(purpose)).error).toBeUndefined()
  })

  it("lists the 13 boxes in the order of Kraken's screen, each with a reason", () => {
    for (const purpose of usable) {
      const { rows, needs } = tickSheet(purpose)
      expect(rows.map(({ id }) => id)).toEqual(PERMISSION_IDS)
      expect(rows.filter(({ tick }) => tick).map(({ id }) => id)).toEqual(needs)
      for (const { why } of rows) expect(why).toMatch(/^[A-Z].*\.$/)
    }
  })

  it("says of Hummingbot that 10 are asked for and 6 needed, and which four to leave off", () => {
    const { headline, detail, dangers } = sheetOf("hummingbot")
    expect(headline).toBe("Hummingbot asks for 10 boxes and needs 6.")
    expect(detail).toBe("Leave off Withdraw, Earn, Query ledger entries and Export data.")
    expect(dangers.join()).toContain("Withdraw without need")
  })

  it("says what an application's own text leaves out", () => {
    const row = sheetOf("serenai").rows.find(({ id }) => id === "query-closed-trades")
    expect(row).toMatchObject({ tick: true, asked: false })
    expect(row?.why).toContain("leaves this box out")
  })

  it("never calls it needless where an optional feature needs it", () => {
    const row = sheetOf("wslyvh-kraken-dca").rows.find(({ id }) => id === "withdraw-funds")
    expect(row?.why).toBe("Only for an optional feature: withdraw funds.")
    expect(sheetOf("wslyvh-kraken-dca").dangers.join()).toContain("only an optional feature needs")
  })

  it("satisfies the calls that an application always makes, and with each switch its optional ones", () => {
    for (const purpose of APPLICATIONS) {
      const met = (calls: readonly string[], granted: readonly (typeof PERMISSION_IDS)[number][]) =>
        calls.every((call) => satisfies(endpointByPath(call)?.requires ?? { anyOf: [] }, new Set(granted)))
      const always = purpose.calls.filter(({ when }) => when === "always").map(({ call }) => call)
      expect(met(always, tickSheet(purpose).needs)).toBe(true)
      const { switches, freeCalls } = featuresOf(purpose)
      expect(met(freeCalls, tickSheet(purpose).needs)).toBe(true)
      for (const { id, adds, calls } of switches) {
        const { needs } = tickSheet(purpose, [id])
        expect([purpose.id, met([...always, ...calls], needs)]).toEqual([purpose.id, true])
        expect(needs).toEqual(expect.arrayContaining(adds))
      }
    }
  })

  it("offers a switch for everything optional, so that nothing is out of reach", () => {
    for (const purpose of APPLICATIONS) {
      const { switches, freeCalls } = featuresOf(purpose)
      const optional = purpose.calls.filter(({ when }) => when === "optional").map(({ call }) => call)
      expect([...switches.flatMap(({ calls }) => calls), ...freeCalls].sort()).toEqual(optional.sort())
      const all = tickSheet(
        purpose,
        switches.map(({ id }) => id),
      )
      for (const { permission } of purpose.optional) expect(all.needs).toContain(permission)
    }
  })

  it("changes nothing for switches that it does not have", () => {
    expect(sheetOf("hummingbot", ["no-such-switch"])).toEqual(sheetOf("hummingbot"))
  })

  it("speaks to people: no wire word outside the calls and ids that stand behind a click", () => {
    for (const purpose of usable) {
      const { headline, detail, rows, features, freeFeatures, dangers, limits } = tickSheet(purpose)
      const texts = [
        ...[headline, detail, ...rows.map(({ why }) => why), ...freeFeatures, ...dangers],
        ...features.flatMap(({ title, note }) => [title, note]),
        ...limits.flatMap(({ advice, danger }) => [advice, danger]),
      ].join("\n")
      for (const word of [...PERMISSION_IDS, "/0/", "/funding"]) expect(texts).not.toContain(word)
    }
  })
})
