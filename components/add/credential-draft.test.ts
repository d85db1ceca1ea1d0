import { randomBytes } from "node:crypto"
import { describe, expect, it } from "vitest"
import {
  absorb,
  addKeyOf,
  type CredentialDraft,
  EMPTY_DRAFT,
  firstStop,
  isSwapped,
  problemsOf,
  swap,
  withoutSecrets,
} from "./credential-draft"

const apiKey = randomBytes(42).toString("base64")
const secret = randomBytes(64).toString("base64")
const whole: CredentialDraft = { ...EMPTY_DRAFT, apiKey, secret, nonceScale: "ms" }

describe("a credential draft", () => {
  it("is sent only when key, secret, password and scale are all there", () => {
    expect(addKeyOf(whole)).toEqual({ apiKey, secret, otp: null, nonceScale: "ms" })
    expect(firstStop(EMPTY_DRAFT)).toBe("apiKey")
    expect(firstStop({ ...whole, secret: "" })).toBe("secret")
    expect(firstStop({ ...whole, otpKind: "code" })).toBe("otp")
    expect(firstStop({ ...whole, nonceScale: null })).toBe("nonceScale")
    for (const missing of [{ apiKey: "" }, { secret: "" }, { otpKind: "static" as const }, { nonceScale: null }]) {
      expect(addKeyOf({ ...whole, ...missing })).toBeNull()
    }
  })

  it("is sent without quotes and line breaks around and inside", () => {
    const copied = { ...whole, apiKey: `"${apiKey}"`, secret: `${secret.slice(0, 60)}\n${secret.slice(60)} ` }
    expect(addKeyOf(copied)).toMatchObject({ apiKey, secret })
  })

  it("lets a key of unusual length through with a hint", () => {
    const unusual = { ...whole, apiKey: apiKey.slice(0, 48) }
    expect(problemsOf(unusual).apiKey?.level).toBe("hint")
    expect(addKeyOf(unusual)).not.toBeNull()
  })

  it("keeps what a pasted text did not hold", () => {
    const scaled: CredentialDraft = { ...EMPTY_DRAFT, apiKey, nonceScale: "us" }
    expect(absorb(scaled, { secret })).toEqual({ ...scaled, secret })
    expect(absorb(scaled, { otp: "word" })).toMatchObject({ apiKey, otpKind: "static", otpValue: "word" })
  })

  it("is never sent while key and secret are swapped, and is whole after the swap", () => {
    const wrong = { ...whole, apiKey: secret, secret: apiKey }
    expect(isSwapped(wrong)).toBe(true)
    expect(addKeyOf(wrong)).toBeNull()
    expect(isSwapped(swap(wrong))).toBe(false)
    expect(addKeyOf(swap(wrong))).toMatchObject({ apiKey, secret })
  })

  it("holds no secret and no password once it was sent", () => {
    const sent = JSON.stringify(withoutSecrets({ ...whole, otpKind: "code", otpValue: "492817" }))
    expect(sent).not.toContain(secret)
    expect(sent).not.toContain("492817")
    expect(sent).toContain(apiKey)
  })
})
