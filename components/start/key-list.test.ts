import { describe, expect, it } from "vitest"
import { UNKNOWN_LIMIT_RULE } from "@/lib/audit/known-limits"
import { exampleView } from "./example-view"
import { countFilters, FILTERS, filterKeys, realKeys, SORTS, sampleKeys, sortKeys } from "./key-list"

const withdraws = exampleView({ id: "w", name: "old bot", granted: ["withdraw-funds"], risk: "critical", score: 90 })
const trades = exampleView({
  id: "t",
  name: "grid",
  granted: ["modify-trades"],
  risk: "high",
  ipAllowlist: ["192.0.2.7"],
})
const reads = exampleView({ id: "r", name: "tax", risk: "low", purpose: "Koinly" })
const unread = exampleView({ id: "u", name: null, last4: "aB3x", report: null })
const all = [reads, unread, trades, withdraws]

const ids = (keys: readonly { readonly id: string }[]) => keys.map(({ id }) => id).join("")

describe("sortKeys", () => {
  it("puts danger first, and what was not read before everything that is known to be harmless", () => {
    expect(ids(sortKeys(all, "danger"))).toBe("wtur")
  })

  it("tells two keys of one level apart by their points", () => {
    const worse = exampleView({ id: "x", risk: "critical", score: 95 })
    expect(ids(sortKeys([withdraws, worse], "danger"))).toBe("xw")
  })

  it("puts the oldest and the longest unread first, and what has no date last", () => {
    const old = exampleView({ id: "o", createdAt: "2021-01-01T00:00:00.000Z", readAt: "2026-11-25T00:00:00.000Z" })
    expect(ids(sortKeys([unread, reads, old], "age"))).toBe("oru")
    expect(ids(sortKeys([unread, old, reads], "read"))).toBe("rou")
  })

  it("sorts by name, keys without one last", () => {
    expect(ids(sortKeys(all, "name"))).toBe("twru")
  })

  it("loses and doubles nothing", () => {
    for (const sort of SORTS) expect([...ids(sortKeys(all, sort))].sort().join("")).toBe("rtuw")
  })
})

describe("filters", () => {
  it("count exactly the keys that they leave", () => {
    const counts = countFilters(all)
    for (const filter of FILTERS) expect(filterKeys(all, new Set([filter]), "")).toHaveLength(counts[filter])
    expect(counts).toEqual({ "high-risk": 2, withdraw: 1, trade: 1, "any-ip": 2, "not-read": 1 })
  })

  it("never say of a key that was not read that it works from any IP", () => {
    expect(ids(filterKeys([unread], new Set(["any-ip"]), ""))).toBe("")
  })

  it("never say that a key works from any IP where its list is not known", () => {
    const finding = {
      rule: UNKNOWN_LIMIT_RULE,
      subject: "ipAllowlist",
      severity: "low" as const,
      title: "",
      why: "",
      steps: [],
    }
    const { report } = reads
    if (report === null) throw new Error("the example was read")
    const unsure = exampleView({ report: { ...report, findings: [finding] } })
    expect(filterKeys([unsure], new Set(["any-ip"]), "")).toEqual([])
  })

  it("count a list that is open to everybody as any IP", () => {
    const open = exampleView({ ipAllowlist: ["0.0.0.0/0"] })
    expect(filterKeys([open], new Set(["any-ip"]), "")).toHaveLength(1)
  })

  it("narrow each other, and the search by name, purpose and last four characters", () => {
    expect(ids(filterKeys(all, new Set(["withdraw", "any-ip"]), ""))).toBe("w")
    expect(ids(filterKeys(all, new Set(["withdraw", "trade"]), ""))).toBe("")
    expect(ids(filterKeys(all, new Set(), " OLD "))).toBe("w")
    expect(ids(filterKeys(all, new Set(), "koinly"))).toBe("r")
    expect(ids(filterKeys(all, new Set(), "ab3x"))).toBe("u")
  })
})

describe("real and sample keys", () => {
  it("are never in one list", () => {
    const sample = exampleView({ id: "s", sample: true })
    expect(ids(realKeys([...all, sample]))).toBe("rutw")
    expect(ids(sampleKeys([...all, sample]))).toBe("s")
  })
})
