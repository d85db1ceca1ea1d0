import { readdirSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import type { Example, Rule } from "../define-rule"
import { EXAMPLE_NOW_MS, exampleKey } from "../example-key"
import { subjectOf } from "../judge"
import { findingsOf, runRule } from "../run-rules"
import { RULES } from "./index"

const files = readdirSync(import.meta.dirname).filter((name) => !name.startsWith("index."))

function judgeExample(rule: Rule, { key, purposes = [] }: Example) {
  const found = purposes.map((id) => {
    const purpose = purposeById(id)
    if (!purpose) throw new Error(`the example names an unknown purpose: ${id}`)
    return purpose
  })
  return runRule(rule, subjectOf({ facts: exampleKey(key), purposes: found, nowMs: EXAMPLE_NOW_MS }))
}

/** Rules about which every key has something to say. */
const ALWAYS_APPLICABLE = ["unknown-permission", "unknown-restriction", "past-rotation-age"]

describe("the rules", () => {
  it("are all registered, each in the file of its name", () => {
    expect(RULES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.sort())
  })

  it.each(files)("in %s: the export carries the file's name", async (file) => {
    const id = file.replace(/\.ts$/, "")
    const name = id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
    const module: Record<string, unknown> = await import(path.join(import.meta.dirname, file))
    expect(Object.keys(module)).toEqual([name])
    expect(module[name]).toBe(RULES.find((rule) => rule.id === id))
  })

  it("speak in sentences to people, without wire words, and name a dated source", () => {
    for (const { id, title, rationale, source, examples } of RULES) {
      expect(id).not.toMatch(/^no-|-is-|-not-/)
      for (const text of [rationale, ...examples.map(({ says }) => says)]) expect(text).toMatch(/^[A-Z].*\.$/)
      for (const text of Object.values(title)) expect(text).toMatch(/^[A-Z].*[^.]$/)
      const texts = [title.pass, title.fail, rationale, ...examples.map(({ says }) => says)].join("\n")
      for (const word of PERMISSION_IDS) expect(texts).not.toContain(word)
      expect(new URL(source.url).protocol).toBe("https:")
    }
  })

  it("show by example how they pass, fail and do not apply", () => {
    for (const { id, examples } of RULES) {
      const shown = new Set(examples.map(({ expect: state }) => state))
      const demanded = ALWAYS_APPLICABLE.includes(id) ? ["pass", "fail"] : ["pass", "fail", "not-applicable"]
      expect([id, demanded.filter((state) => !shown.has(state as Example["expect"]))]).toEqual([id, []])
    }
  })
})

describe.each(RULES.map((rule) => [rule.id, rule] as const))("%s", (_id, rule) => {
  it.each(rule.examples.map((example) => [example.says, example] as const))("%s", (_says, example) => {
    const outcome = judgeExample(rule, example)
    expect(outcome.state).toBe(example.expect)
    for (const finding of findingsOf([outcome])) {
      expect(finding.why).toMatch(/\.$/)
      expect(finding.title).not.toMatch(/\.$/)
      for (const word of PERMISSION_IDS) expect(finding.title + finding.why).not.toContain(word)
    }
  })
})
