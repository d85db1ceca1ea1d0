import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import type { KeyFacts } from "./facts"
import { judge } from "./judge"
import { boxesIn } from "./power"
import { SEVERITIES } from "./severity"

function judged(key: ExampleKey, ...ids: string[]) {
  const purposes = ids.flatMap((id) => purposeById(id) ?? [])
  return judge({ facts: exampleKey(key), purposes, nowMs: EXAMPLE_NOW_MS })
}

const changeIds = (key: ExampleKey, ...ids: string[]) => judged(key, ...ids).changes.map(({ change }) => change.id)

const withBoxes = (facts: KeyFacts, boxes: Partial<Record<PermissionId, "granted" | "denied">>): KeyFacts => ({
  ...facts,
  permissions: { ...facts.permissions, ...boxes },
})

describe("what to change", () => {
  it("holds a problem once: the box that goes takes its other dangers with it", () => {
    const { changes } = judged({ granted: ["query-funds", "withdraw-funds"] }, "moneymoney")
    expect(changes).toHaveLength(1)
    expect(changes[0]?.change).toMatchObject({
      id: "untick:withdraw-funds",
      severity: "critical",
      rules: ["withdrawal-from-any-ip", "excess-permission", "unbounded-lifetime"],
    })
  })

  it("ascribes each danger that trimming ends to the box that its rule looks at", () => {
    const { changes } = judged({ granted: ["query-funds", "withdraw-funds", "modify-trades"] }, "moneymoney")
    const rules = Object.fromEntries(changes.map(({ change }) => [change.id, change.rules]))
    expect(rules["untick:modify-trades"]).toContain("trading-from-any-ip")
    expect(rules["untick:withdraw-funds"]).toContain("withdrawal-from-any-ip")
    expect(rules["untick:withdraw-funds"]).not.toContain("trading-from-any-ip")
  })

  it("does not ask to move a box away that nothing needs", () => {
    const both: ExampleKey = { granted: ["modify-trades", "withdraw-funds"], ipAllowlist: ["203.0.113.7"] }
    expect(changeIds(both, "freqtrade")).not.toContain("split:withdraw-funds")
    expect(changeIds(both, "withdrawal-key")).toContain("untick:modify-trades")
    expect(changeIds(both, "withdrawal-key")).not.toContain("split:withdraw-funds")
    expect(changeIds(both, "freqtrade", "withdrawal-key")).toContain("split:withdraw-funds")
    expect(changeIds(both)).toContain("split:withdraw-funds")
  })

  it("never asks for an IP list where the purpose cannot have one", () => {
    const key: ExampleKey = { granted: [...PERMISSION_IDS] }
    expect(changeIds(key, "koinly")).not.toContain("set:ip-allowlist")
    expect(changeIds(key)).toContain("set:ip-allowlist")
  })

  it("says what else to do where the program that needs the power cannot have an IP list", () => {
    const judgedWithoutList = (id: string, granted: readonly PermissionId[]) => {
      const purposes = [purposeById(id)].flatMap((found) => (found ? [{ ...found, ipAllowlistPossible: false }] : []))
      return judge({ facts: exampleKey({ granted }), purposes, nowMs: EXAMPLE_NOW_MS })
    }
    const withdrawing = judgedWithoutList("withdrawal-key", ["query-funds", "withdraw-funds"])
    expect(withdrawing.changes.map(({ change }) => change.id)).toEqual(["split:withdraw-funds", "set:expiry"])
    const trading = judgedWithoutList("freqtrade", ["modify-trades"])
    expect(trading.changes.map(({ change }) => change.id)).not.toContain("set:ip-allowlist")
    const finding = trading.findings.find(({ rule }) => rule.id === "trading-from-any-ip")
    expect(finding).toMatchObject({ severity: "medium", fix: null })
    expect(finding?.why).toContain("freqtrade cannot work with an IP list")
  })

  it("weighs an old key by what it can do, and shared keys by whether their programs clash", () => {
    const severity = (id: string, key: ExampleKey, ...ids: string[]) =>
      judged(key, ...ids).findings.find(({ rule }) => rule.id === id)?.severity
    const createdAt = "2022-01-01T00:00:00.000Z"
    expect(severity("past-rotation-age", { granted: ["modify-trades"], createdAt })).toBe("medium")
    expect(severity("past-rotation-age", { granted: ["earn-funds"], createdAt })).toBe("low")
    expect(severity("past-rotation-age", { granted: ["query-funds"], createdAt })).toBe("info")
    expect(severity("several-programs-in-one-key", {}, "rotki", "freqtrade")).toBe("low")
    const clashing = ["rotki", "freqtrade"].flatMap((id) => purposeById(id) ?? [])
    const purposes = clashing.map((purpose, at) => ({
      ...purpose,
      nonceScale: at === 0 ? ("ms" as const) : ("ns" as const),
    }))
    const { findings } = judge({ facts: exampleKey(), purposes, nowMs: EXAMPLE_NOW_MS })
    expect(findings.find(({ rule }) => rule.id === "several-programs-in-one-key")?.severity).toBe("medium")
  })

  it("moves a box that is needed and dangerous where it is, instead of unticking it", () => {
    const needs = purposeById("withdrawal-key")
    if (!needs) throw new Error("the catalogue has no withdrawal key")
    const purpose = { ...needs, documented: ["add-withdraw-address" as const] }
    const facts = exampleKey({ granted: ["query-funds", "withdraw-funds", "add-withdraw-address"] })
    const ids = judge({ facts, purposes: [purpose], nowMs: EXAMPLE_NOW_MS }).changes.map(({ change }) => change.id)
    expect(ids).toContain("split:add-withdraw-address")
    expect(ids).not.toContain("untick:add-withdraw-address")
  })

  it("calls nothing excess or missing without a purpose", () => {
    fc.assert(
      fc.property(arbitraryKey, (facts) => {
        const { findings } = judge({ facts, purposes: [], nowMs: EXAMPLE_NOW_MS })
        const rules = findings.map(({ rule }) => rule.id)
        expect(rules).not.toContain("excess-permission")
        expect(rules).not.toContain("missing-permission")
      }),
    )
  })

  it("has every id once, the worst first, and within one danger the order of Kraken's screen", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { changes } = judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS })
        const ids = changes.map(({ change }) => change.id)
        expect(new Set(ids).size).toBe(ids.length)
        const order = changes.map(({ change, fix }) => 100 * -SEVERITIES.indexOf(change.severity) + fix.position)
        expect(order).toEqual([...order].sort((one, other) => one - other))
      }),
    )
  })

  it("closes every finding by a change, or has nothing on the key screen that would help", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { findings, changes } = judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS })
        const closed = new Set(changes.flatMap(({ change }) => change.rules))
        for (const { rule, fix } of findings) expect(fix === null || closed.has(rule.id)).toBe(true)
      }),
    )
  })

  it("leads to a key with the least set: after every tick and untick no box is called excess or missing", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const { changes } = judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS })
        const boxes = changes.flatMap(({ change, fix }): [PermissionId, "granted" | "denied"][] => {
          if (fix.unticks) return [[fix.unticks, "denied"]]
          return change.kind === "tick" && change.permission ? [[change.permission, "granted"]] : []
        })
        const after = judge({ facts: withBoxes(facts, Object.fromEntries(boxes)), purposes, nowMs: EXAMPLE_NOW_MS })
        const rules = after.findings.map(({ rule }) => rule.id)
        expect(rules).not.toContain("excess-permission")
        expect(rules).not.toContain("missing-permission")
      }),
    )
  })

  it("never hides a danger: unticking one box at a time, no finding appears that was not there", () => {
    fc.assert(
      fc.property(arbitraryKey, fc.nat(12), (facts, at) => {
        const box = boxesIn("granted", facts)[at]
        if (!box || !facts.unknownPermissions.every((word) => word === "") || boxesIn("unknown", facts).length > 0)
          return
        const titles = (key: KeyFacts) =>
          judge({ facts: key, purposes: [], nowMs: EXAMPLE_NOW_MS }).findings.filter(
            ({ severity }) => severity === "critical" || severity === "high",
          )
        const before = titles(facts).map(({ title }) => title)
        for (const { title } of titles(withBoxes(facts, { [box]: "denied" }))) expect(before).toContain(title)
      }),
    )
  })
})
