import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import * as z from "zod/mini"
import { applicationSchema } from "./application-schema"
import { APPLICATION_ENTRIES, APPLICATIONS, applicationEntryById } from "./applications"
import { PERMISSION_IDS, type PermissionId } from "./permission-ids"
import { sourceSchema } from "./purpose"
import { PURPOSES, purposeById } from "./purposes"
import { DISCONTINUED, GENERIC, LIBRARIES, NEEDS_NO_KEY, NOTHING_FOUND, OWN } from "./testing/expected-applications"
import { leastSet } from "./testing/least-set"

const sorted = (ids: Iterable<string>): string[] => [...new Set(ids)].sort()
const idsOf = (wanted: (entry: (typeof APPLICATION_ENTRIES)[number]) => boolean): string[] =>
  sorted(APPLICATION_ENTRIES.filter(wanted).map(({ id }) => id))
const inOrder = (ids: readonly PermissionId[]): PermissionId[] => PERMISSION_IDS.filter((id) => ids.includes(id))

describe("the application files", () => {
  const folder = path.join(import.meta.dirname, "applications")
  const rowsOf = (name: string): unknown => JSON.parse(readFileSync(path.join(folder, name), "utf8"))

  it.each(readdirSync(folder))("have the form of their kind in %s, and all rows are loaded", (name) => {
    const rows = z.array(applicationSchema).safeParse(rowsOf(name))
    expect(rows.error).toBeUndefined()
    const loaded = APPLICATION_ENTRIES.filter(({ category }) => `${category}.json` === name)
    expect(loaded.map(({ id }) => id)).toEqual(rows.data?.map(({ id }) => id))
  })

  it("refuse a field that the form does not know", () => {
    const rows = z.array(z.unknown()).parse(rowsOf("tax.json"))
    for (const row of rows) {
      expect(applicationSchema.safeParse(row).success).toBe(true)
      expect(applicationSchema.safeParse({ ...(row as object), permissions: [] }).success).toBe(false)
    }
  })
})

describe("the applications by name", () => {
  it("are all there, each once and as what it was found to be", () => {
    expect(new Set(APPLICATION_ENTRIES.map(({ id }) => id)).size).toBe(APPLICATION_ENTRIES.length)
    expect(idsOf(({ ship }) => ship === "own")).toEqual(sorted(Object.keys(OWN)))
    expect(idsOf(({ ship }) => ship === "needs-no-key")).toEqual(sorted(NEEDS_NO_KEY))
    expect(idsOf(({ ship }) => ship === "discontinued")).toEqual(sorted(DISCONTINUED))
    expect(idsOf(({ ship, source }) => ship === "generic" && source !== null)).toEqual(
      sorted([...Object.values(GENERIC).flat(), ...LIBRARIES]),
    )
    expect(idsOf(({ source }) => source === null)).toEqual(sorted(NOTHING_FOUND))
  })

  it("can be a key's purpose only where enough is known", () => {
    for (const entry of APPLICATION_ENTRIES) {
      expect(purposeById(entry.id)).toBe(entry.ship === "own" ? entry.purpose : undefined)
      expect(applicationEntryById(entry.id)).toBe(entry)
    }
    expect(APPLICATIONS.filter(({ standing }) => standing !== undefined)).toEqual([])
  })

  it("come from pages or files that can be opened, each with its date where it has one and the month of reading", () => {
    for (const { source, furtherSources, seen } of APPLICATION_ENTRIES) {
      expect(seen).toMatch(/^\d{4}-\d{2}$/)
      for (const each of source ? [source, ...furtherSources] : furtherSources) {
        expect(sourceSchema.safeParse(each).error).toBeUndefined()
        expect(new URL(each.url).protocol).toBe("https:")
        expect(each.date).not.toBe("")
      }
    }
  })

  it("say in words that nothing was found where nothing was", () => {
    for (const { id, summary, confidence } of APPLICATION_ENTRIES.filter(({ source }) => source === null)) {
      expect([id, summary]).toEqual([id, "Nothing specific about its Kraken keys was found."])
      expect(confidence).toMatch(/^none/)
    }
  })

  it("are hinted at by lower-case words that neither another nor a purpose claims", () => {
    const others = PURPOSES.filter(({ kind }) => kind !== "application")
    const hints = [...others, ...APPLICATION_ENTRIES].flatMap(({ nameHints }) => nameHints)
    expect(hints.filter((hint, at) => hints.indexOf(hint) !== at)).toEqual([])
    for (const hint of hints) expect(hint).toBe(hint.toLowerCase().trim())
    for (const { nameHints } of APPLICATION_ENTRIES) expect(nameHints).not.toEqual([])
  })

  it("speak to people: no wire word in any text, and whole sentences", () => {
    for (const { title, aliases, summary, wishes, notes } of APPLICATION_ENTRIES) {
      const sentences = [summary, notes, ...Object.values(wishes)].filter((text) => text !== null)
      const texts = [title, ...aliases, ...sentences].join("\n")
      for (const word of PERMISSION_IDS) expect(texts).not.toContain(word)
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }
  })
})

describe("what stands in where the boxes are not known", () => {
  it("is a purpose that can be chosen, those that need least first", () => {
    for (const entry of APPLICATION_ENTRIES) {
      if (entry.ship !== "generic") continue
      const sizes = entry.useInstead.map((id) => {
        const purpose = purposeById(id)
        return purpose ? leastSet(purpose).length : Number.NaN
      })
      expect([entry.id, sizes]).toEqual([entry.id, [...sizes].sort((one, other) => one - other)])
      expect(sizes.every((size) => size > 0)).toBe(true)
    }
  })

  it("is the purpose whose least set was found to be enough; for a library, what a program does with it", () => {
    for (const [useInstead, ids] of Object.entries(GENERIC)) {
      for (const id of ids) expect(applicationEntryById(id)).toMatchObject({ useInstead: [useInstead] })
    }
    for (const id of LIBRARIES) {
      const useInstead = ["balances", "order-history", "algorithmic-trading"]
      expect(applicationEntryById(id)).toMatchObject({ useInstead })
    }
  })
})

describe("the applications that can be a purpose", () => {
  it.each(APPLICATIONS.map((purpose) => [purpose.id, purpose] as const))(
    "need exactly what was found for %s, asked for or not",
    (id, purpose) => {
      const { least, over, optional = [] } = OWN[id] ?? { least: null, over: null }
      const found = leastSet(purpose)
      expect(found).toEqual(least)
      expect(purpose.asks?.filter((asked) => !found.includes(asked)) ?? null).toEqual(over)
      const switchedOn = [...leastSet(purpose, true), ...purpose.optional.map(({ permission }) => permission)]
      expect(inOrder(switchedOn)).toEqual(inOrder([...found, ...optional]))
    },
  )

  it("call a permission optional only where no call says so, and always say what for", () => {
    for (const purpose of APPLICATIONS) {
      for (const { permission, reason } of purpose.optional) {
        expect(leastSet(purpose, true)).not.toContain(permission)
        expect(reason).toMatch(/^[A-Z].*\.$/)
      }
    }
  })

  it("never offer an IP list to those that cannot live with one", () => {
    expect(idsOf(({ ipAllowlistPossible }) => !ipAllowlistPossible)).toEqual(["koinly", "recap"])
  })

  it("claim a nonce scale only where their code was read", () => {
    const scales = APPLICATIONS.filter(({ nonceScale }) => nonceScale !== null)
    expect(Object.fromEntries(scales.map(({ id, nonceScale }) => [id, nonceScale]))).toEqual({
      ...{ "dali-rp2": "ms", rotki: "ms", freqtrade: "ms" },
      ...{ "kraken-cli-read-only": "ns", "kraken-cli-trading": "ns", "kraken-cli-funding": "ns" },
    })
  })
})
