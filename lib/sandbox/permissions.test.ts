import fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Endpoint } from "@/lib/catalog/endpoint-schema"
import { ENDPOINTS } from "@/lib/catalog/endpoints"
import type { Need } from "@/lib/catalog/need"
import { PERMISSION_IDS, type PermissionId } from "@/lib/catalog/permission-ids"
import { signedCall, signedFundingCall } from "./testing/sample-client"
import { type Bench, bench } from "./testing/sandbox-bench"

const DENIED = "EGeneral:Permission denied"

/** Every set of permissions that suffices, written out: another way to the same end than the one the sandbox takes. */
function sufficientSets(need: Need): PermissionId[][] {
  if (typeof need === "string") return [[need]]
  if ("anyOf" in need) return need.anyOf.flatMap(sufficientSets)
  return need.allOf
    .map(sufficientSets)
    .reduce<PermissionId[][]>((sets, part) => sets.flatMap((left) => part.map((right) => [...left, ...right])), [[]])
}

const suffices = (need: Need, held: readonly PermissionId[]) =>
  sufficientSets(need).some((set) => set.every((id) => held.includes(id)))

let nonce = 0n

/** Calls an endpoint with exactly these permissions; true where it is not denied. */
function isAllowed({ sandbox, clock, credentials, send }: Bench, endpoint: Endpoint, held: readonly PermissionId[]) {
  expect(sandbox.editKey("key", { permissions: [...held] }).ok).toBe(true)
  clock.advance(60_000)
  nonce += 1n
  const path = endpoint.path.replace(/\{\w+\}/g, "sample")
  const request = path.startsWith("/funding/")
    ? signedFundingCall(endpoint.method, path, credentials, nonce)
    : signedCall(path, credentials, { nonce })
  const { error } = send(request)
  expect(error).not.toContain("EGeneral:Unknown method")
  expect(error.filter((text) => text.startsWith("EAPI:") && text !== "EAPI:Feature disabled")).toEqual([])
  return !error.includes(DENIED)
}

describe("permissions", () => {
  it("decide every catalogued call by its need: none, each one, all but one, all", () => {
    const world = bench()
    const sets: PermissionId[][] = [
      [],
      [...PERMISSION_IDS],
      ...PERMISSION_IDS.map((id) => [id]),
      ...PERMISSION_IDS.map((id) => PERMISSION_IDS.filter((other) => other !== id)),
    ]
    for (const endpoint of ENDPOINTS)
      for (const held of sets)
        expect([endpoint.path, held, isAllowed(world, endpoint, held)]).toEqual([
          endpoint.path,
          held,
          suffices(endpoint.requires, held),
        ])
  })

  it("decide every catalogued call by its need, for any set", () => {
    const world = bench()
    fc.assert(
      fc.property(fc.constantFrom(...ENDPOINTS), fc.subarray([...PERMISSION_IDS]), (endpoint, held) => {
        expect(isAllowed(world, endpoint, held)).toBe(suffices(endpoint.requires, held))
      }),
      { numRuns: 500 },
    )
  })

  it("are not widened by a word that nobody knows", () => {
    const { call } = bench({ permissions: ["sample-new-permission"] })
    expect(call("/0/private/Balance").error).toEqual([DENIED])
    expect(call("/0/private/GetApiKeyInfo").result).toMatchObject({ permissions: ["sample-new-permission"] })
  })

  it("are looked at before the parameters of a call", () => {
    const { call } = bench()
    expect(call("/0/private/AddOrder", { parameters: { pair: "nonsense" } }).error).toEqual([DENIED])
    expect(call("/0/private/Withdraw").error).toEqual([DENIED])
  })
})
