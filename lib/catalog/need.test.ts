import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Need, needSchema, satisfies } from "./need"
import { PERMISSION_IDS, type PermissionId } from "./permission-ids"

const permission = fc.constantFrom(...PERMISSION_IDS)
const granted = fc.uniqueArray(permission).map((ids) => new Set<PermissionId>(ids))
const need: fc.Arbitrary<Need> = fc.letrec<{ need: Need }>((tie) => ({
  need: fc.oneof(
    { maxDepth: 3 },
    permission,
    fc.record({ allOf: fc.array(tie("need"), { maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie("need"), { maxLength: 3 }) }),
  ),
})).need

describe("a need", () => {
  it("of nothing is met by any key, and of one among none by no key", () => {
    expect(satisfies({ allOf: [] }, new Set())).toBe(true)
    expect(satisfies({ anyOf: [] }, new Set(PERMISSION_IDS))).toBe(false)
  })

  it("that is met stays met when a key may do more", () => {
    fc.assert(
      fc.property(need, granted, granted, (some, few, more) => {
        if (satisfies(some, few)) expect(satisfies(some, new Set([...few, ...more]))).toBe(true)
      }),
    )
  })

  it("is accepted by its schema, and one with an unknown permission is not", () => {
    fc.assert(fc.property(need, (some) => needSchema.safeParse(some).success))
    expect(needSchema.safeParse({ anyOf: ["query-funds", "access-websockets"] }).success).toBe(false)
    expect(needSchema.safeParse({ allOf: [], when: "always" }).success).toBe(false)
  })
})
