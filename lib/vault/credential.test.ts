import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { parseCredential } from "./credential"

const newKey = () => randomBytes(42).toString("base64")
const newSecret = () => randomBytes(64).toString("base64")

function refusal(apiKey: string, secret: string, otp: { kind: "static" | "code"; value: string } | null = null) {
  const parsed = parseCredential({ apiKey, secret, otp })
  if (parsed.ok) throw new Error("was accepted")
  return parsed.error
}

describe("parseCredential", () => {
  it("accepts a key of 56 characters with a secret of 64 bytes, and shows neither", () => {
    const [apiKey, secret] = [newKey(), newSecret()]
    const parsed = parseCredential({ apiKey, secret, otp: { kind: "static", value: "a quiet word" } })
    if (!parsed.ok) throw new Error(parsed.error.code)
    expect(parsed.value.apiKey.expose()).toBe(apiKey)
    expect(parsed.value.secret.expose()).toBe(secret)
    expect(parsed.value.otp?.value.expose()).toBe("a quiet word")
    expect(parsed.value.last4).toBe(apiKey.slice(-4))
    expect(() => JSON.stringify(parsed.value)).toThrow()
    expect(String(parsed.value.secret)).not.toContain(secret.slice(0, 12))
  })

  it("understands quotes, line breaks and missing padding", () => {
    const [apiKey, secret] = [newKey(), newSecret()]
    const wrapped = ` "${secret.slice(0, 40)}\n${secret.slice(40)}" `
    const parsed = parseCredential({ apiKey: `'${apiKey}'`, secret: wrapped, otp: null })
    expect(parsed.ok && parsed.value.secret.expose()).toBe(secret)
    expect(parseCredential({ apiKey, secret: secret.replace(/=+$/, ""), otp: null }).ok).toBe(true)
  })

  it("tries a key of another plausible length, since Kraken promises none", () => {
    for (const length of [40, 64, 100])
      expect(parseCredential({ apiKey: "K".repeat(length), secret: newSecret(), otp: null }).ok).toBe(true)
  })

  it("says which field is wrong and how", () => {
    expect(refusal("", newSecret())).toMatchObject({ field: "apiKey", code: "key-missing" })
    expect(refusal("K".repeat(39), newSecret())).toMatchObject({ field: "apiKey", code: "key-length" })
    expect(refusal("K".repeat(101), newSecret())).toMatchObject({ field: "apiKey", code: "key-length" })
    expect(refusal("key-with-dashes-".repeat(4), newSecret())).toMatchObject({ code: "key-characters" })
    expect(refusal(newKey(), "")).toMatchObject({ field: "secret", code: "secret-missing" })
    expect(refusal(newKey(), newSecret().replace(/^./, "*"))).toMatchObject({ code: "secret-characters" })
    expect(refusal(newKey(), randomBytes(63).toString("base64"))).toMatchObject({ code: "secret-length" })
    expect(refusal(newKey(), randomBytes(65).toString("base64"))).toMatchObject({ code: "secret-length" })
  })

  it("notices a secret whose last character was mistyped", () => {
    const secret = newSecret()
    const last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".indexOf(secret.charAt(85))
    const wrong = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".charAt(last + 1)
    expect(refusal(newKey(), `${secret.slice(0, 85)}${wrong}==`)).toMatchObject({ code: "secret-length" })
  })

  it("notices swapped fields and the same text twice", () => {
    expect(refusal(newSecret(), newKey())).toMatchObject({ code: "swapped" })
    const secret = newSecret()
    expect(refusal(secret, secret)).toMatchObject({ code: "same-text" })
  })

  it("checks a one-time password before it is sent", () => {
    expect(refusal(newKey(), newSecret(), { kind: "code", value: "" })).toMatchObject({ code: "otp-missing" })
    expect(refusal(newKey(), newSecret(), { kind: "code", value: "12a456" })).toMatchObject({ code: "otp-characters" })
    expect(refusal(newKey(), newSecret(), { kind: "static", value: "a\nb" })).toMatchObject({ code: "otp-characters" })
    const spaced = parseCredential({ apiKey: newKey(), secret: newSecret(), otp: { kind: "code", value: "123 456" } })
    expect(spaced.ok && spaced.value.otp?.value.expose()).toBe("123456")
  })

  it("never echoes what was entered", () => {
    const text = fc.string({ minLength: 12, maxLength: 120, unit: "grapheme-ascii" }).filter((t) => t.trim().length > 8)
    fc.assert(
      fc.property(text, text, (apiKey, secret) => {
        const parsed = parseCredential({ apiKey, secret, otp: null })
        if (parsed.ok) return
        for (const entered of [apiKey, secret]) expect(parsed.error.message).not.toContain(entered.trim())
      }),
    )
  })
})
