import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { patchSampleKeySchema, type SampleKey } from "@/lib/protocol/session-view"
import { draftOf, emptyLimit, hasChanges, patchOf, type SettingsDraft, withPermission } from "./settings-draft"

const saved: SampleKey = {
  id: "koinly",
  name: "koinly 2023",
  lesson: "",
  last4: "dyZb",
  permissions: ["query-funds", "withdraw-funds"],
  ipAllowlist: [],
  validUntil: "2026-12-24T17:30:42.000Z",
  queryFrom: null,
  queryTo: null,
  nonceWindow: 0,
  keyId: null,
}

const moment = fc.option(
  fc.integer({ min: 1_700_000_000, max: 1_900_000_000 }).map((seconds) => new Date(seconds * 1000).toISOString()),
)
const anyKey = fc.record({
  id: fc.constant("k"),
  name: fc.string(),
  lesson: fc.string(),
  last4: fc.constant("dyZb"),
  permissions: fc.uniqueArray(fc.constantFrom<string>(...PERMISSION_IDS, "sample-new-permission")),
  ipAllowlist: fc.uniqueArray(fc.constantFrom("192.0.2.1", "198.51.100.0/24", "2001:db8::1")),
  validUntil: moment,
  queryFrom: moment,
  queryTo: moment,
  nonceWindow: fc.nat(100_000),
  keyId: fc.constant(null),
})

describe("a draft of sample settings", () => {
  it("changes nothing while nobody has touched it", () => {
    fc.assert(
      fc.property(anyKey, (key) => {
        expect(patchOf(key, draftOf(key))).toEqual({})
      }),
    )
  })

  it("sends one box without touching the rest", () => {
    const patch = patchOf(saved, withPermission(draftOf(saved), "withdraw-funds", false))
    expect(patch).toEqual({ permissions: ["query-funds"] })
  })

  it("is back at nothing to save when a box is ticked again", () => {
    const off = withPermission(draftOf(saved), "withdraw-funds", false)
    expect(hasChanges(patchOf(saved, off))).toBe(true)
    expect(hasChanges(patchOf(saved, withPermission(off, "withdraw-funds", true)))).toBe(false)
  })

  it("takes a limit off when it is switched off, and reads a list however it is separated", () => {
    const draft: SettingsDraft = {
      ...draftOf(saved),
      ipAllowlist: { on: true, text: "192.0.2.1,198.51.100.0/24\n 2001:db8::1 " },
      validUntil: { ...draftOf(saved).validUntil, on: false },
    }
    expect(patchOf(saved, draft)).toEqual({
      ipAllowlist: ["192.0.2.1", "198.51.100.0/24", "2001:db8::1"],
      validUntil: null,
    })
  })

  it("keeps the moment that a person chose, in any time zone", () => {
    const draft = { ...draftOf(saved), validUntil: { on: true, text: "2027-01-31T08:15" } }
    const { validUntil } = patchOf(saved, draft)
    expect(draftOf({ ...saved, validUntil: validUntil ?? null }).validUntil.text).toBe("2027-01-31T08:15")
  })

  it("always fits what the server takes", () => {
    fc.assert(
      fc.property(anyKey, anyKey, (key, other) => {
        expect(patchSampleKeySchema.safeParse(patchOf(key, draftOf(other))).success).toBe(true)
      }),
    )
  })

  it("names a limit that is switched on but empty", () => {
    const draft = { ...draftOf(saved), ipAllowlist: { on: true, text: "  " } }
    expect(emptyLimit(draft)?.field).toBe("ipAllowlist")
    expect(emptyLimit(draftOf(saved))).toBeNull()
  })
})
