import { describe, expect, it } from "vitest"
import { acceptPassword, currentPassword, mintOneTimePassword, totpCode, totpStep } from "./one-time-password"
import { bench } from "./testing/sandbox-bench"
import { START_MS } from "./testing/simulated-clock"

const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"
const REFUSED = ["EAPI:Invalid signature"]

describe("codes of an authenticator app", () => {
  it("are those of RFC 6238, appendix B", () => {
    const seed = Buffer.from("12345678901234567890")
    const codes = [59, 1111111109, 1111111111, 1234567890, 2000000000, 20000000000].map((seconds) =>
      totpCode(seed, totpStep(seconds * 1000)),
    )
    expect(codes).toEqual(["287082", "081804", "050471", "005924", "279037", "353130"])
  })

  it("count once, and not after a later one was used", () => {
    const otp = mintOneTimePassword("totp")
    const codeAt = (ms: number) => currentPassword(otp, ms)?.expose() ?? ""
    const [now, next] = [codeAt(START_MS), codeAt(START_MS + 30_000)]
    expect(acceptPassword(otp, next, START_MS)).toBe(true)
    expect(acceptPassword(otp, next, START_MS)).toBe(false)
    expect(acceptPassword(otp, now, START_MS)).toBe(false)
  })

  it("are refused when they are older than one step", () => {
    const otp = mintOneTimePassword("totp")
    const code = currentPassword(otp, START_MS)?.expose() ?? ""
    expect(acceptPassword(otp, code, START_MS + 90_000)).toBe(false)
    expect(acceptPassword(otp, code, START_MS + 30_000)).toBe(true)
  })
})

describe("a key with a one-time password", () => {
  it("refuses every call without it or with a wrong one as an invalid signature", () => {
    const { call, credentials } = bench({ otp: "static" })
    const password = credentials.otp?.value.expose() ?? ""
    expect(call(GET_API_KEY_INFO).error).toEqual(REFUSED)
    expect(call(GET_API_KEY_INFO, { otp: "" }).error).toEqual(REFUSED)
    expect(call(GET_API_KEY_INFO, { otp: `${password}x` }).error).toEqual(REFUSED)
    expect(call(GET_API_KEY_INFO, { otp: password }).error).toEqual([])
  })

  it("takes its app's present code", () => {
    const { call, credentials } = bench({ otp: "totp" })
    expect(credentials.otp?.kind).toBe("code")
    expect(call(GET_API_KEY_INFO, { otp: credentials.otp?.value.expose() ?? "" }).error).toEqual([])
  })

  it("refuses a password where none is set", () => {
    expect(bench().call(GET_API_KEY_INFO, { otp: "123456" }).error).toEqual(REFUSED)
  })
})
