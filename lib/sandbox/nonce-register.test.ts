import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseNonce, raiseNonce } from "./nonce-register"
import { signatureOf } from "./testing/sample-client"
import { bench } from "./testing/sandbox-bench"

const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"
const nonces = fc.bigInt({ min: 0n, max: 2n ** 64n - 1n })

describe("the register of nonces", () => {
  it("takes whole unsigned numbers of up to 64 bits and nothing else", () => {
    expect(parseNonce("18446744073709551615")).toBe(2n ** 64n - 1n)
    for (const text of ["18446744073709551616", "", "-1", "1.5", "1e3", " 1", "0x10", "१"])
      expect(parseNonce(text)).toBeNull()
  })

  it("accepts exactly those numbers that exceed every accepted one before", () => {
    fc.assert(
      fc.property(fc.array(nonces, { maxLength: 30 }), (offered) => {
        const { call, clock } = bench()
        let highest = 0n
        for (const nonce of offered) {
          clock.advance(10_000)
          const accepted = call(GET_API_KEY_INFO, { nonce }).error.length === 0
          expect(accepted).toBe(nonce > highest)
          if (accepted) highest = nonce
        }
      }),
      { numRuns: 40 },
    )
  })

  it("is not raised by a refused call", () => {
    const { call } = bench()
    expect(call(GET_API_KEY_INFO, { nonce: 1000n }).error).toEqual([])
    expect(call(GET_API_KEY_INFO, { nonce: 999n }).error).toEqual(["EAPI:Invalid nonce"])
    expect(call(GET_API_KEY_INFO, { nonce: 1001n }).error).toEqual([])
  })

  it("is not raised by a caller without the secret", () => {
    const { call, send, credentials, sandbox } = bench()
    const forged = { nonce: "18446744073709551615" }
    const headers = { "API-Key": credentials.apiKey.expose(), "API-Sign": "forged" }
    const body = new URLSearchParams(forged).toString()
    const answer = send({ method: "POST", path: GET_API_KEY_INFO, headers, body, remoteIp: "127.0.0.1" })
    expect(answer.error).toEqual(["EAPI:Invalid signature"])
    expect(call(GET_API_KEY_INFO).error).toEqual([])
    expect(sandbox.accountUnchanged()).toBe(true)
  })

  it("lets late numbers in only within the window, and the highest stays the highest", () => {
    fc.assert(
      fc.property(nonces, nonces, fc.nat(1_000_000), (highest, nonce, window) => {
        const raised = raiseNonce(highest, nonce, window)
        expect(raised !== null).toBe(nonce + BigInt(window) > highest)
        if (raised !== null) expect(raised).toBe(nonce > highest ? nonce : highest)
      }),
    )
  })

  it("reads nanoseconds from JSON to the last digit, as text and as number", () => {
    const { call, send, credentials } = bench()
    expect(call(GET_API_KEY_INFO, { nonce: 1764072000000000001n, encoding: "json" }).error).toEqual([])
    const repeated = call(GET_API_KEY_INFO, { nonce: 1764072000000000001n, encoding: "json" })
    expect(repeated.error).toEqual(["EAPI:Invalid nonce"])
    const body = '{"nonce":1764072000000000003}'
    const secret = Buffer.from(credentials.secret.expose(), "base64")
    const headers = {
      "API-Key": credentials.apiKey.expose(),
      "API-Sign": signatureOf(secret, GET_API_KEY_INFO, "1764072000000000003", body),
    }
    const answer = send({ method: "POST", path: GET_API_KEY_INFO, headers, body, remoteIp: "127.0.0.1" })
    expect(answer.result).toMatchObject({ nonce: "1764072000000000003" })
  })
})
