import { describe, expect, it } from "vitest"
import { endpointByPath } from "@/lib/catalog/endpoints"
import { satisfies } from "@/lib/catalog/need"
import { isPermissionId } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import { SAMPLE_KEYS, type SampleKey } from "./sample-keys"
import { createSandbox } from "./sandbox"
import { signedCall } from "./testing/sample-client"
import { simulatedClock } from "./testing/simulated-clock"

/** Works for its purpose, and nothing could be taken from it: no box too many, an address list, an end that is not near. */
function isRight({ permissions, purposeId, ipAllowlist = [], expiresInDays = 0, nonceWindow = 0 }: SampleKey): boolean {
  const purpose = purposeById(purposeId)
  const needs = (purpose?.calls ?? [])
    .filter(({ when }) => when === "always")
    .map(({ call }) => endpointByPath(call)?.requires ?? { allOf: [] })
  const works = (held: readonly string[]) =>
    purpose?.documented.every((id) => held.includes(id)) === true &&
    needs.every((need) => satisfies(need, new Set(held.filter(isPermissionId))))
  const spare = permissions.some((id) => works(permissions.filter((other) => other !== id)))
  const limited = ipAllowlist.includes("127.0.0.1") && expiresInDays > 30 && nonceWindow === 0
  return works(permissions) && !spare && limited
}

describe("the sample keys", () => {
  it("are at least eight, named as people name keys, each with a lesson and a purpose of the catalogue", () => {
    expect(SAMPLE_KEYS.length).toBeGreaterThanOrEqual(8)
    for (const unique of ["id", "name", "lesson"] as const)
      expect(new Set(SAMPLE_KEYS.map((key) => key[unique])).size).toBe(SAMPLE_KEYS.length)
    for (const { name, purposeId, lesson } of SAMPLE_KEYS) {
      expect(name.length).toBeLessThanOrEqual(32)
      expect(lesson).toMatch(/^[A-Z].*\.$/)
      expect([purposeId, purposeById(purposeId)?.id]).toEqual([purposeId, purposeId])
    }
  })

  it("hold exactly one that is right", () => {
    expect(SAMPLE_KEYS.filter(isRight).map(({ id }) => id)).toEqual(["moneymoney"])
  })

  it("all work from this machine, except the expired one and the one that teaches the address list", () => {
    const sandbox = createSandbox({ clock: simulatedClock() })
    const refused = sandbox.keys().filter(({ id }) => {
      const credentials = sandbox.credentialsOf(id)
      if (!credentials) throw new Error(`no credentials for ${id}`)
      const otp = credentials.otp && { otp: credentials.otp.value.expose() }
      const { body } = sandbox.answer(signedCall("/0/private/GetApiKeyInfo", credentials, { nonce: 1n, ...otp }))
      return (JSON.parse(body) as { error: string[] }).error.length > 0
    })
    expect(refused.map(({ id }) => id)).toEqual(["expired-tax", "office-server"])
  })

  it("tell the page nothing that presets a purpose", () => {
    for (const key of createSandbox({ clock: simulatedClock() }).keys()) expect(key).not.toHaveProperty("purposeId")
  })
})
