import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Endpoint } from "@/lib/catalog/endpoint-schema"
import { type Need, satisfies } from "@/lib/catalog/need"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import { POWERS } from "@/lib/catalog/powers"
import type { Purpose } from "@/lib/catalog/purpose"
import { PURPOSES, purposeById } from "@/lib/catalog/purposes"
import { certificateOf, type LeastSet, leastSet } from "./least-set"

const permission = fc.constantFrom(...PERMISSION_IDS)
const { need } = fc.letrec<{ need: Need }>((tie) => ({
  need: fc.oneof(
    { maxDepth: 3, depthSize: "small" },
    permission,
    fc.record({ allOf: fc.array(tie("need"), { maxLength: 3 }) }),
    fc.record({ anyOf: fc.array(tie("need"), { minLength: 1, maxLength: 3 }) }),
  ),
}))

const base = purposeById("moneymoney") as Purpose
const balance = { path: "/0/private/Balance", sources: [base.source] }

/** A purpose that needs exactly `needs`, each through a call of its own. */
function solve(needs: readonly Need[], held?: ReadonlySet<PermissionId>) {
  const calls = needs.map((_, at) => ({ call: `${at}`, when: "always" as const }))
  const findEndpoint = (call: string) => ({ ...balance, requires: needs[Number(call)] }) as unknown as Endpoint
  return leastSet([{ ...base, calls }], held ? { findEndpoint, held } : { findEndpoint })
}

function solved(needs: readonly Need[], held?: ReadonlySet<PermissionId>): LeastSet {
  const result = solve(needs, held)
  if (!result.ok) throw new Error(`no least set: ${result.error.kind}`)
  return result.value
}

/** Written without bits or numbers, so that it cannot share a mistake with the search. */
function* everySet(from = 0): Generator<PermissionId[]> {
  const id = PERMISSION_IDS[from]
  if (id === undefined) return yield []
  for (const rest of everySet(from + 1)) {
    yield rest
    yield [id, ...rest]
  }
}
const ALL_SETS = [...everySet()]

const enough = (ids: readonly PermissionId[], needs: readonly Need[]): boolean =>
  satisfies({ allOf: needs }, new Set(ids))

/** Negative where the left set is less harmful: the worst power in which they differ decides. */
function compareHarm(left: readonly PermissionId[], right: readonly PermissionId[]): number {
  for (const power of POWERS) {
    const count = (ids: readonly PermissionId[]) => ids.filter((id) => permissionById(id).power === power).length
    if (count(left) !== count(right)) return count(left) - count(right)
  }
  return 0
}

describe("the least set", () => {
  it("looks at all 8,192 sets in the cross-check", () => {
    expect(new Set(ALL_SETS.map((ids) => ids.join())).size).toBe(8192)
  })

  it("meets every need, and no part of it does", () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 5 }), (needs) => {
        const { permissions } = solved(needs)
        expect(enough(permissions, needs)).toBe(true)
        for (const dropped of permissions) {
          expect(
            enough(
              permissions.filter((id) => id !== dropped),
              needs,
            ),
          ).toBe(false)
        }
      }),
    )
  })

  it("is never more harmful than any other set that would do", () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 4 }), (needs) => {
        const { permissions } = solved(needs)
        for (const other of ALL_SETS) {
          if (compareHarm(other, permissions) < 0) expect(enough(other, needs)).toBe(false)
        }
      }),
      { numRuns: 40 },
    )
  })

  it("lists every other minimal set, and nothing else", () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 4 }), (needs) => {
        const { permissions, alternatives } = solved(needs)
        const sufficient = ALL_SETS.filter((ids) => enough(ids, needs))
        const minimal = sufficient.filter((ids) => {
          return !sufficient.some((part) => part.length < ids.length && part.every((id) => ids.includes(id)))
        })
        const names = (sets: readonly (readonly PermissionId[])[]) => sets.map((ids) => ids.join()).sort()
        expect(names([permissions, ...alternatives])).toEqual(names(minimal))
      }),
      { numRuns: 12 },
    )
  })

  it("is the same whatever the order of the needs", () => {
    fc.assert(
      fc.property(fc.array(need, { maxLength: 5 }), (needs) => {
        expect(solved([...needs].reverse()).permissions).toEqual(solved(needs).permissions)
      }),
    )
  })

  it("leaves what is held where another set is no less harmful, and never where it is", () => {
    const either: Need = { anyOf: ["query-open-trades", "query-closed-trades"] }
    expect(solved([either]).permissions).toEqual(["query-open-trades"])
    expect(solved([either], new Set(["query-closed-trades"])).permissions).toEqual(["query-closed-trades"])
    const cancel: Need = { anyOf: ["modify-trades", "close-trades"] }
    expect(solved([cancel], new Set(["modify-trades"])).permissions).toEqual(["close-trades"])
  })

  it("names an impossible purpose and an unknown call instead of guessing", () => {
    expect(solve([{ anyOf: [] }])).toEqual({ ok: false, error: { kind: "impossible", purpose: "moneymoney" } })
    const odd: Purpose = { ...base, calls: [{ call: "/0/private/NoSuchCall", when: "always" }] }
    expect(leastSet([odd])).toEqual({
      ok: false,
      error: { kind: "unknown-call", purpose: "moneymoney", call: "/0/private/NoSuchCall" },
    })
  })

  it("counts optional calls only where they were chosen", () => {
    const portfolio = purposeById("generic-portfolio") as Purpose
    const without = leastSet([portfolio])
    const withLedger = leastSet([portfolio], { chosenCalls: ["/0/private/Ledgers"] })
    expect(without.ok && without.value.permissions).toEqual(["query-funds", "query-closed-trades"])
    expect(withLedger.ok && withLedger.value.permissions).toEqual([
      "query-funds",
      "query-closed-trades",
      "query-ledger",
    ])
  })
})

describe("why each box", () => {
  it("names for every permission a call that fails without it, or the text that asks for it", () => {
    for (const purpose of PURPOSES) {
      const result = leastSet([purpose])
      if (!result.ok) throw new Error(purpose.id)
      const certificate = certificateOf(result.value)
      expect(certificate.map((row) => row.permission)).toEqual(result.value.permissions)
      for (const { because } of certificate) {
        expect(because.calls.length > 0).toBe(because.kind === "calls")
        expect(because.source).toMatch(/^https:/)
        expect(because.seen).toMatch(/^\d{4}-\d{2}$/)
      }
    }
  })

  it("cites for each of several purposes only what is theirs", () => {
    const result = leastSet(["moneymoney", "rotki"].flatMap((id) => purposeById(id) ?? []))
    if (!result.ok) throw new Error(result.error.kind)
    const funds = result.value.demands.get("query-funds")?.map(({ purpose }) => purpose.id)
    const ledger = result.value.demands.get("query-ledger")?.map(({ purpose }) => purpose.id)
    expect([funds, ledger]).toEqual([["moneymoney", "rotki"], ["rotki"]])
  })
})
