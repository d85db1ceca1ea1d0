import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { checkKeyShape, checkSecretShape, isSecretShape, looksSwapped } from "./credential-shape"

const base64 = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString("base64"))
const key = base64(42)
const secret = base64(64)

const copied = fc.constantFrom(
  (text: string) => text,
  (text: string) => ` ${text}\n`,
  (text: string) => `"${text}"`,
  (text: string) => `${text.slice(0, 20)}\r\n${text.slice(20)}`,
)

describe("checkSecretShape", () => {
  it("accepts the base64 of any 64 bytes, padded or not, whatever copying added", () => {
    fc.assert(
      fc.property(secret, copied, (text, copy) => {
        expect(checkSecretShape(copy(text))).toBeNull()
        expect(checkSecretShape(copy(text.replace(/==$/, "")))).toBeNull()
      }),
    )
  })

  it("accepts nothing that does not decode to exactly 64 bytes and back to itself", () => {
    const near = fc.oneof(
      fc.integer({ min: 1, max: 130 }).chain(base64),
      fc.tuple(secret, fc.nat(87), fc.constantFrom("", "A", "=", "-", "é")).map(([text, at, mark]) => {
        return text.slice(0, at) + mark + text.slice(at + 1)
      }),
    )
    fc.assert(
      fc.property(near, (text) => {
        const decoded = Buffer.from(text, "base64")
        const again = decoded.toString("base64")
        const same = text === again || text === again.replace(/=+$/, "")
        expect(isSecretShape(text)).toBe(same && decoded.length === 64)
      }),
      { numRuns: 1_000 },
    )
  })

  it("tells a key, a cut text, a long text and a mistyped one apart", () => {
    fc.assert(
      fc.property(key, secret, (apiKey, text) => {
        expect(checkSecretShape(apiKey)?.code).toBe("looks-like-key")
        expect(checkSecretShape(text.slice(0, 70))?.code).toBe("length")
        expect(checkSecretShape(text.slice(0, 86) + text)?.code).toBe("length")
        expect(checkSecretShape(`${text.slice(0, -3)}-==`)?.code).toBe("characters")
        expect(checkSecretShape("  ")?.code).toBe("empty")
      }),
    )
  })
})

describe("checkKeyShape", () => {
  it("accepts 56 characters, whatever copying added", () => {
    fc.assert(
      fc.property(key, copied, (text, copy) => {
        expect(checkKeyShape(copy(text))).toBeNull()
      }),
    )
  })

  it("only hints at a length that Kraken never promised, and stops at one that cannot be", () => {
    fc.assert(
      fc.property(key, (text) => {
        expect(checkKeyShape(text.slice(0, 48))).toMatchObject({ code: "unusual-length", level: "hint" })
        expect(checkKeyShape(text.slice(0, 39))).toMatchObject({ code: "length", level: "stops" })
        expect(checkKeyShape(text + text)).toMatchObject({ code: "length", level: "stops" })
        expect(checkKeyShape(`${text.slice(0, 50)}!`)).toMatchObject({ code: "characters", level: "stops" })
        expect(checkKeyShape("")).toMatchObject({ code: "empty", level: "stops" })
      }),
    )
  })

  it("notices a secret in its place", () => {
    fc.assert(
      fc.property(secret, (text) => {
        expect(checkKeyShape(text)?.code).toBe("looks-like-secret")
      }),
    )
  })
})

describe("every sentence", () => {
  it("holds no run of eight characters of what was entered", () => {
    const entered = fc.oneof(
      fc.integer({ min: 8, max: 130 }).chain(base64),
      fc.string({ minLength: 8, maxLength: 130 }),
      fc.tuple(secret, key).map(([left, right]) => left + right),
    )
    fc.assert(
      fc.property(entered, (text) => {
        for (const check of [checkKeyShape, checkSecretShape]) {
          const message = check(text)?.message ?? ""
          for (let at = 0; at + 8 <= text.length; at++) expect(message).not.toContain(text.slice(at, at + 8))
        }
      }),
    )
  })
})

describe("looksSwapped", () => {
  it("notices key and secret in each other's place, even where one is still missing", () => {
    fc.assert(
      fc.property(key, secret, copied, (apiKey, text, copy) => {
        expect(looksSwapped(copy(text), copy(apiKey))).toBe(true)
        expect(looksSwapped(copy(text), "")).toBe(true)
        expect(looksSwapped("", copy(apiKey))).toBe(true)
      }),
    )
  })

  it("leaves what is in its place alone", () => {
    fc.assert(
      fc.property(key, secret, (apiKey, text) => {
        expect(looksSwapped(apiKey, text)).toBe(false)
        expect(looksSwapped(apiKey, "")).toBe(false)
        expect(looksSwapped(text, text)).toBe(false)
        expect(looksSwapped("", "")).toBe(false)
      }),
    )
  })
})
