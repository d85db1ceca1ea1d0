import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { apiKeyInfoSchema, keyFactsFrom } from "./parse-api-key-info"
import { keyInfo } from "./testing/bench"

const API_KEY = "K".repeat(56)
const ASKING = { at: "2026-11-25T12:00:00.000Z", apiKey: API_KEY, nonceScale: "ms" } as const

function factsOf(more: Record<string, unknown>) {
  const parsed = apiKeyInfoSchema.safeParse(JSON.parse(JSON.stringify({ ...keyInfo(API_KEY), ...more })))
  if (!parsed.success) return null
  const facts = keyFactsFrom(parsed.data, ASKING)
  return facts.ok ? facts.value : null
}

describe("apiKeyInfoSchema", () => {
  it("grants exactly what Kraken lists, for every set of permissions", () => {
    fc.assert(
      fc.property(fc.subarray([...PERMISSION_IDS]), (listed) => {
        const facts = factsOf({ permissions: listed })
        const granted = PERMISSION_IDS.filter((id) => facts?.permissions[id] === "granted")
        expect(granted).toEqual(listed)
      }),
    )
  })

  it("keeps a permission that nobody knows, made fit to be shown", () => {
    const facts = factsOf({ permissions: ["query-funds", "access-websockets", "a\u202eb\u0000", "x".repeat(500)] })
    expect(facts?.unknownPermissions.slice(0, 2)).toEqual(["access-websockets", "a\\u{202e}b\\u{0}"])
    expect(facts?.unknownPermissions[2]).toHaveLength(200)
    expect(facts?.permissions["query-funds"]).toBe("granted")
  })

  it("takes times as text and as number, and zero as not set", () => {
    for (const zero of ["0", 0, "", null])
      expect(factsOf({ validUntil: zero })?.validUntil).toEqual({ state: "known", value: null })
    for (const time of ["1772542900", 1772542900, "1772542900.0000"])
      expect(factsOf({ queryFrom: time })?.queryFrom).toEqual({ state: "known", value: "2026-03-03T13:01:40.000Z" })
    for (const window of ["5000", 5000])
      expect(factsOf({ nonceWindow: window })?.nonceWindow).toEqual({ state: "known", value: 5000 })
  })

  it("says unknown, never harmless, where a restriction is missing from the answer", () => {
    const fields = ["ipAllowlist", "validUntil", "queryFrom", "queryTo", "nonceWindow"] as const
    for (const field of fields) {
      const facts = factsOf({ [field]: undefined })
      expect(facts?.[field]).toEqual({ state: "unknown", reason: expect.any(String) })
      expect(facts?.evidence.some(({ about }) => about === field)).toBe(false)
    }
  })

  it.each([
    ["permissions", undefined],
    ["permissions", "query-funds"],
    ["permissions", [1]],
    ["permissions", null],
    ["apiKey", undefined],
    ["ipAllowlist", "203.0.113.7"],
    ["ipAllowlist", null],
    ["ipAllowlist", [7]],
    ["validUntil", "tomorrow"],
    ["validUntil", -1],
    ["validUntil", 1e15],
    ["validUntil", {}],
    ["nonceWindow", -1],
    ["nonceWindow", 0.5],
    ["nonceWindow", "many"],
    ["apiKeyName", 7],
  ])("refuses an answer whose %s is %o", (field, value) => {
    expect(factsOf({ [field]: value })).toBeNull()
  })

  it("refuses an answer about another key", () => {
    expect(factsOf({ apiKey: "J".repeat(56) })).toBeNull()
  })

  it("drops account number, last use, nonce and the key itself", () => {
    const facts = JSON.stringify(factsOf({ iban: "ZZ11 2222", lastUsed: "1799999999", nonce: "42424242424242" }))
    for (const text of ["ZZ11", "1799999999", "42424242424242", API_KEY, "2026-12-15"])
      expect(facts).not.toContain(text)
  })
})
