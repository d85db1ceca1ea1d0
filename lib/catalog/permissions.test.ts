import { readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "./permission-ids"
import { GROUPS, harmOrder, harmRank, PERMISSIONS, permissionById } from "./permissions"
import { POWERS } from "./powers"
import { sourceSchema } from "./purpose"

const ADDRESS_PERMISSIONS = ["add-withdraw-address", "update-withdraw-address"]

describe("the permissions", () => {
  it("are the 13 of Kraken's vocabulary, each once, in the order of its screen", () => {
    expect(PERMISSIONS.map(({ id }) => id)).toEqual(PERMISSION_IDS)
    for (const id of PERMISSION_IDS) expect(permissionById(id).id).toBe(id)
  })

  it("fill Kraken's groups in order, none left empty and none interrupted", () => {
    const groupsInOrder = PERMISSIONS.map(({ group }) => group).filter((group, at, all) => group !== all[at - 1])
    expect(groupsInOrder).toEqual(GROUPS.map(({ id }) => id))
  })

  it("can be told apart by each of their names", () => {
    for (const name of ["label", "shortLabel", "fullLabel"] as const) {
      expect(new Set(PERMISSIONS.map((permission) => permission[name])).size).toBe(PERMISSIONS.length)
    }
  })

  it("have a dated source", () => {
    for (const { source } of PERMISSIONS) {
      expect(sourceSchema.safeParse(source).success).toBe(true)
      expect(source.url).toMatch(/^https:\/\/docs\.kraken\.com\//)
    }
  })

  it("admit doubt about the label of exactly those whose box nobody has shown", () => {
    const doubtful = PERMISSIONS.filter(({ labelCertain }) => !labelCertain)
    expect(doubtful.map(({ id }) => id)).toEqual(ADDRESS_PERMISSIONS)
    for (const { labelCertain, labelNote } of PERMISSIONS) expect(labelNote === null).toBe(labelCertain)
  })

  it("speak to people: no wire word in any text, every text a sentence", () => {
    for (const { label, shortLabel, fullLabel, allows, thief, labelNote } of PERMISSIONS) {
      const texts = [label, shortLabel, fullLabel, allows, thief, labelNote ?? ""]
      for (const word of PERMISSION_IDS) expect(texts.join("\n")).not.toContain(word)
      for (const sentence of [allows, thief]) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })

  it("never call Query harmless: it cannot trade or withdraw, but it can change things", () => {
    const { allows, thief } = permissionById("query-funds")
    expect(allows).toContain("cannot trade or withdraw")
    expect(`${allows} ${thief}`).not.toMatch(/cannot change|read-only|harmless/i)
    expect(thief).toContain("Futures wallet")
  })
})

describe("the order of harm", () => {
  it("holds every permission once", () => {
    expect([...harmOrder].sort()).toEqual([...PERMISSION_IDS].sort())
  })

  it("begins with what takes funds away and ends with what only reads", () => {
    expect(harmOrder.slice(0, 4)).toEqual(["withdraw-funds", ...ADDRESS_PERMISSIONS, "modify-trades"])
    const reading = PERMISSIONS.filter(({ power }) => power === "reads").map(({ id }) => id)
    expect(harmOrder.slice(-reading.length)).toEqual(reading)
  })

  it("follows the ranks of the powers, all of which occur", () => {
    const ranks = harmOrder.map(harmRank)
    expect(ranks).toEqual([...ranks].sort((left, right) => left - right))
    expect(new Set(ranks).size).toBe(POWERS.length)
  })
})

describe("a page that needs only labels", () => {
  it.each(["permissions", "key-screen", "powers", "confidence", "need", "permission-ids", "purpose", "freshness"])(
    "loads %s without the calls and the applications",
    (name) => {
      const text = readFileSync(path.join(import.meta.dirname, `${name}.ts`), "utf8")
      const imported = [...text.matchAll(/^(?:import|export) (?!type ).* from "\.\/(.+)"$/gm)].map(([, from]) => from)
      const light = ["permission-ids", "nonce-scales", "powers"]
      expect(imported.filter((from) => from === undefined || !light.includes(from))).toEqual([])
    },
  )
})
