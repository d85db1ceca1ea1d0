import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import * as z from "zod/mini"
import { applicationSchema } from "./application-schema"
import { APPLICATIONS } from "./applications"
import { endpointByPath } from "./endpoints"
import { GENERIC_PURPOSES } from "./generic-purposes"
import { type Need, satisfies } from "./need"
import { PERMISSION_IDS, type PermissionId } from "./permission-ids"
import { PERMISSIONS } from "./permissions"
import { POWERS } from "./powers"
import { type Purpose, purposeSchema } from "./purpose"
import { PURPOSES, purposeById } from "./purposes"
import { USE_CASES } from "./use-cases"

const APPLICATION_FOLDER = path.join(import.meta.dirname, "applications")
const applicationFiles = readdirSync(APPLICATION_FOLDER)

const everySet = Array.from({ length: 2 ** PERMISSION_IDS.length }, (_, bits) =>
  PERMISSION_IDS.filter((_id, at) => bits & (1 << at)),
)

/** Sorts by how many permissions of each power a set holds, the most harmful power first. */
const harm = (ids: readonly PermissionId[]): string =>
  POWERS.map((power) => PERMISSIONS.filter((row) => row.power === power && ids.includes(row.id)).length).join()

function leastSet(purpose: Purpose): PermissionId[] {
  const calls = purpose.calls.filter(({ when }) => when === "always")
  const needs: Need[] = [
    ...calls.map(({ call }) => endpointByPath(call)?.requires ?? { anyOf: [] }),
    ...purpose.documented,
    ...purpose.keeps.map(({ permission }) => permission),
  ]
  const enough = everySet.filter((ids) => satisfies({ allOf: needs }, new Set(ids)))
  return enough.reduce((best, ids) => (harm(ids) < harm(best) ? ids : best))
}

describe("the purposes", () => {
  it("have the form that the code relies on, and an id of their own", () => {
    for (const purpose of PURPOSES) expect(purposeSchema.safeParse(purpose).error).toBeUndefined()
    expect(new Set(PURPOSES.map(({ id }) => id)).size).toBe(PURPOSES.length)
    for (const purpose of PURPOSES) expect(purposeById(purpose.id)).toBe(purpose)
    expect(purposeById("")).toBeUndefined()
  })

  it("name only calls that Kraken documents, each once", () => {
    for (const { calls } of PURPOSES) {
      expect(calls.filter(({ call }) => endpointByPath(call) === undefined)).toEqual([])
      expect(new Set(calls.map(({ call }) => call)).size).toBe(calls.length)
    }
  })

  it("keep a permission only where the calls alone would drop it, and always say why", () => {
    for (const purpose of PURPOSES) {
      for (const { permission, reason } of purpose.keeps) {
        const others = purpose.keeps.filter((kept) => kept.permission !== permission)
        expect(leastSet({ ...purpose, keeps: others })).not.toContain(permission)
        expect(reason).toMatch(/^[A-Z].*\.$/)
      }
    }
  })

  it("satisfy every reading of Kraken's pages, unless it takes a permission to move funds, change addresses or trade", () => {
    const risky = ["add-funds", "withdraw-funds", "add-withdraw-address", "update-withdraw-address", "modify-trades"]
    const mild = PERMISSION_IDS.filter((id) => !risky.includes(id))
    for (const purpose of PURPOSES) {
      const least = leastSet(purpose)
      for (const { call } of purpose.calls.filter(({ when }) => when === "always")) {
        const reading = endpointByPath(call)?.conflict?.requires ?? { allOf: [] }
        const met = satisfies(reading, new Set(least))
        const meetable = satisfies(reading, new Set([...least, ...mild]))
        expect([purpose.id, call, met]).toEqual([purpose.id, call, meetable])
      }
    }
  })

  it("need nothing where no key is needed, and something everywhere else", () => {
    for (const purpose of PURPOSES) {
      expect(leastSet(purpose).length === 0).toBe(purpose.standing === "needs-no-key")
    }
  })

  it("speak to people: no wire word in any text", () => {
    for (const { title, summary, keeps, wishes, notes } of PURPOSES) {
      const texts = [title, summary, notes, ...keeps.map(({ reason }) => reason), ...Object.values(wishes)].join("\n")
      for (const word of PERMISSION_IDS) expect(texts).not.toContain(word)
    }
  })

  it("are hinted at by lower-case words that no other purpose claims", () => {
    const hints = PURPOSES.flatMap(({ nameHints }) => nameHints)
    expect(new Set(hints).size).toBe(hints.length)
    for (const hint of hints) expect(hint).toBe(hint.toLowerCase().trim())
  })
})

describe("Kraken's use cases", () => {
  it("are the eight of its guide, in order", () => {
    expect(USE_CASES.map(({ id }) => id)).toEqual([
      "market-data",
      "balances",
      "order-history",
      "algorithmic-trading",
      "market-making",
      "funding",
      "read-only-dashboard",
      "subaccounts",
    ])
  })

  it("come out as the guide says, whether computed from calls or taken from it", () => {
    for (const useCase of USE_CASES) expect(leastSet(useCase)).toEqual(useCase.asks)
  })
})

describe("the purposes for unlisted programs", () => {
  it("say that they are derived and lay claim to nobody's word", () => {
    for (const { asks, confidence, documented, notes } of GENERIC_PURPOSES) {
      expect([asks, documented, confidence]).toEqual([null, [], "low (derived by us)"])
      expect(notes).not.toBeNull()
    }
  })

  it("let only the withdrawal key withdraw, and only the bot trade", () => {
    const holding = (permission: PermissionId): string[] =>
      GENERIC_PURPOSES.filter((purpose) => leastSet(purpose).includes(permission)).map(({ id }) => id)
    expect(holding("withdraw-funds")).toEqual(["withdrawal-key"])
    expect(holding("modify-trades")).toEqual(["generic-trading-bot"])
  })
})

describe("the applications", () => {
  it.each(applicationFiles)("in %s have the form of their kind, and all are loaded", (name) => {
    const rows = z
      .array(applicationSchema)
      .safeParse(JSON.parse(readFileSync(path.join(APPLICATION_FOLDER, name), "utf8")))
    expect(rows.error).toBeUndefined()
    const loaded = APPLICATIONS.filter(({ category }) => `${category}.json` === name)
    expect(loaded.map(({ id }) => id)).toEqual(rows.data?.map(({ id }) => id))
  })

  it("refuse a field that the form does not know", () => {
    const [first] = JSON.parse(readFileSync(path.join(APPLICATION_FOLDER, "tax.json"), "utf8"))
    expect(applicationSchema.safeParse(first).success).toBe(true)
    expect(applicationSchema.safeParse({ ...first, permissions: [] }).success).toBe(false)
  })

  it("come from a dated page or file that can be opened", () => {
    for (const { source } of APPLICATIONS) expect(new URL(source.url).protocol).toBe("https:")
  })

  it("need exactly what their code or their page was found to need", () => {
    const trading: PermissionId[] = ["query-open-trades", "query-closed-trades", "modify-trades", "close-trades"]
    expect(Object.fromEntries(APPLICATIONS.map((application) => [application.id, leastSet(application)]))).toEqual({
      koinly: ["query-funds", "query-closed-trades", "query-ledger", "export-data"],
      rotki: ["query-funds", "query-closed-trades", "query-ledger"],
      moneymoney: ["query-funds"],
      freqtrade: ["query-funds", ...trading],
      hummingbot: ["query-funds", ...trading, "create-ws-token"],
      "deltabadger-trading": ["query-funds", ...trading, "query-ledger"],
      "deltabadger-withdrawal": ["query-funds", "withdraw-funds"],
    })
  })
})
