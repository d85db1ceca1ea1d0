import { describe, expect, it } from "vitest"
import { endpointByPath } from "./endpoints"
import { GENERIC_PURPOSES } from "./generic-purposes"
import { satisfies } from "./need"
import { PERMISSION_IDS, type PermissionId } from "./permission-ids"
import { purposeSchema } from "./purpose"
import { PURPOSES, purposeById } from "./purposes"
import { leastSet } from "./testing/least-set"
import { USE_CASES } from "./use-cases"

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
