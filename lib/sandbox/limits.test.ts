import { describe, expect, it } from "vitest"
import type { Tier } from "./call-counter"
import { bench } from "./testing/sandbox-bench"

const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"
const MINUTES_MS = 60_000

describe("the call counter", () => {
  it.each<[Tier, number]>([
    ["starter", 15],
    ["intermediate", 20],
    ["pro", 20],
  ])("lets a %s key make %i calls at once and refuses the next", (tier, calls) => {
    const { call } = bench({}, { tier })
    for (let made = 0; made < calls; made += 1) expect(call(GET_API_KEY_INFO).error).toEqual([])
    expect(call(GET_API_KEY_INFO).error).toEqual(["EAPI:Rate limit exceeded"])
  })

  it.each<[Tier, number]>([
    ["starter", 0.33],
    ["intermediate", 0.5],
    ["pro", 1],
  ])("gives a %s key %d points back a second", (tier, perSecond) => {
    const { call, clock } = bench({}, { tier })
    while (call(GET_API_KEY_INFO).error.length === 0);
    // The refused call stands one point above the maximum: one goes back to it, one makes room for a call.
    clock.advance(Math.floor(1_990 / perSecond))
    expect(call(GET_API_KEY_INFO).error).toEqual(["EAPI:Rate limit exceeded"])
    clock.advance(Math.ceil(1_020 / perSecond))
    expect(call(GET_API_KEY_INFO).error).toEqual([])
  })

  it("charges two points for the dear calls, and counts refused ones too", () => {
    const { call } = bench({ permissions: ["query-ledger"] }, { tier: "starter" })
    for (let made = 0; made < 6; made += 1) expect(call("/0/private/Ledgers").error).toEqual([])
    expect(call("/0/private/Balance").error).toEqual(["EGeneral:Permission denied"])
    expect(call(GET_API_KEY_INFO, { nonce: 0n }).error).toEqual(["EAPI:Invalid nonce"])
    expect(call(GET_API_KEY_INFO).error).toEqual([])
    expect(call(GET_API_KEY_INFO).error).toEqual(["EAPI:Rate limit exceeded"])
  })

  it("never charges a key for calls of somebody without its secret", () => {
    const { call, send, credentials } = bench({}, { tier: "starter" })
    const headers = { "API-Key": credentials.apiKey.expose(), "API-Sign": "forged" }
    for (let tries = 0; tries < 9; tries += 1)
      send({ method: "POST", path: GET_API_KEY_INFO, headers, body: "nonce=9", remoteIp: "192.0.2.1" })
    for (let made = 0; made < 15; made += 1) expect(call(GET_API_KEY_INFO).error).toEqual([])
  })
})

describe("the lockout", () => {
  const forged = (remoteIp: string) => ({
    method: "POST",
    path: GET_API_KEY_INFO,
    headers: { "API-Key": "nobody's", "API-Sign": "" },
    body: "nonce=1",
    remoteIp,
  })

  it("shuts an address out after ten refusals in a row, whichever key it then uses", () => {
    const { call, send } = bench()
    for (let tries = 0; tries < 10; tries += 1) expect(send(forged("127.0.0.1")).error).toEqual(["EAPI:Invalid key"])
    expect(send(forged("127.0.0.1")).error).toEqual(["EGeneral:Temporary lockout"])
    expect(call(GET_API_KEY_INFO).error).toEqual(["EGeneral:Temporary lockout"])
    expect(call(GET_API_KEY_INFO, { remoteIp: "192.0.2.1" }).error).toEqual([])
  })

  it("ends after 15 quiet minutes, and every try in between starts them anew", () => {
    const { call, send, clock } = bench()
    for (let tries = 0; tries < 10; tries += 1) send(forged("127.0.0.1"))
    clock.advance(14 * MINUTES_MS)
    expect(call(GET_API_KEY_INFO).error).toEqual(["EGeneral:Temporary lockout"])
    clock.advance(14 * MINUTES_MS)
    expect(call(GET_API_KEY_INFO).error).toEqual(["EGeneral:Temporary lockout"])
    clock.advance(15 * MINUTES_MS)
    expect(call(GET_API_KEY_INFO).error).toEqual([])
  })

  it("forgets refusals as soon as one call was signed well", () => {
    const { call, send } = bench()
    for (let tries = 0; tries < 9; tries += 1) send(forged("127.0.0.1"))
    expect(call(GET_API_KEY_INFO).error).toEqual([])
    for (let tries = 0; tries < 9; tries += 1) send(forged("127.0.0.1"))
    expect(call(GET_API_KEY_INFO).error).toEqual([])
  })
})
