import { describe, expect, it } from "vitest"
import { signedCall } from "./testing/sample-client"
import { bench } from "./testing/sandbox-bench"
import { START_MS } from "./testing/simulated-clock"

const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"
const INVALID_KEY = ["EAPI:Invalid key"]
const DAY_MS = 86_400_000

describe("a key", () => {
  it("works until the second in which it expires, and not from then on", () => {
    const { call, clock } = bench({ expiresInDays: 1 })
    clock.advance(DAY_MS - 1)
    expect(call(GET_API_KEY_INFO).error).toEqual([])
    clock.advance(1)
    expect(call(GET_API_KEY_INFO).error).toEqual(INVALID_KEY)
  })

  it("cannot be told apart by its refusal when it is unknown, revoked, disabled or expired", () => {
    const revoked = bench()
    revoked.sandbox.revokeKey("key")
    const disabled = bench()
    disabled.sandbox.disableKey("key")
    const answers = [
      revoked.call(GET_API_KEY_INFO),
      disabled.call(GET_API_KEY_INFO),
      bench({ expiresInDays: -1 }).call(GET_API_KEY_INFO),
      bench().send(signedCall(GET_API_KEY_INFO, bench().credentials, { nonce: 1n })),
    ]
    for (const answer of answers) expect(answer).toEqual({ error: INVALID_KEY })
  })

  it.each([
    [["192.0.2.1"], "192.0.2.1", true],
    [["192.0.2.1"], "192.0.2.2", false],
    [["192.0.2.0/24"], "192.0.2.255", true],
    [["192.0.2.0/24"], "192.0.3.0", false],
    [["192.0.2.1"], "::ffff:192.0.2.1", true],
    [["2001:db8::/32"], "2001:db8::1", true],
    [["2001:db8::1"], "2001:db8::2", false],
    [["2001:db8::/32"], "192.0.2.1", false],
    [["198.51.100.7", "127.0.0.1"], "127.0.0.1", true],
    [["127.0.0.1"], "", false],
    [[], "203.0.113.9", true],
  ])("with the list %o answers %s: %s", (ipAllowlist, remoteIp, works) => {
    const { call } = bench({ ipAllowlist })
    expect(call(GET_API_KEY_INFO, { remoteIp }).error).toEqual(works ? [] : INVALID_KEY)
  })
})

describe("a call", () => {
  it("is unknown when its path, its case or its method is not Kraken's", () => {
    const { call, send, credentials } = bench()
    for (const path of [
      "/0/private/GetAPIKeyInfo",
      "/0/private/Nothing",
      "/1/private/Balance",
      "/",
      "/0/private/Balance/",
    ])
      expect(call(path).error).toEqual(["EGeneral:Unknown method"])
    const get = { ...signedCall(GET_API_KEY_INFO, credentials, { nonce: 99n }), method: "GET" }
    expect(send(get).error).toEqual(["EGeneral:Unknown method"])
  })

  it("may bring its nonce anywhere in a form or a JSON body, with or without a Content-Type", () => {
    const { send, credentials } = bench()
    const request = (nonce: bigint, encoding: "form" | "json", contentType?: string) => {
      const signed = signedCall(GET_API_KEY_INFO, credentials, { nonce, encoding, parameters: { extra: "1" } })
      return { ...signed, headers: { ...signed.headers, ...(contentType && { "Content-Type": contentType }) } }
    }
    expect(send(request(1n, "form")).error).toEqual([])
    expect(send(request(2n, "form", "application/x-www-form-urlencoded")).error).toEqual([])
    expect(send(request(3n, "json")).error).toEqual([])
    expect(send(request(4n, "json", "application/json")).error).toEqual([])
  })

  it("without a nonce is refused, and without a body that can be read, too", () => {
    const { call, send, credentials } = bench()
    expect(call(GET_API_KEY_INFO, { nonce: "" }).error).toEqual(["EAPI:Invalid nonce"])
    expect(call(GET_API_KEY_INFO, { nonce: "soon" }).error).toEqual(["EAPI:Invalid nonce"])
    for (const body of ["", "{", "[]", '{"nonce":', "\u0000"])
      expect(send({ ...signedCall(GET_API_KEY_INFO, credentials, { nonce: 5n }), body }).error).toEqual([
        "EAPI:Invalid signature",
      ])
  })

  it("for the public time needs no key, and says whole seconds in Kraken's two forms", () => {
    const { send } = bench()
    const request = { method: "GET", path: "/0/public/Time", headers: {}, body: "", remoteIp: "127.0.0.1" }
    expect(send(request)).toEqual({
      error: [],
      result: { unixtime: START_MS / 1000, rfc1123: "Wed, 25 Nov 26 12:00:00 +0000" },
    })
  })
})
