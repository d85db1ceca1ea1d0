import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { plainText, TEXT_MAX } from "./plain-text"

describe("plainText", () => {
  it("leaves readable text in any script as it is", () => {
    expect(plainText("EAPI:Invalid key – Schlüssel 鍵 مفتاح")).toBe("EAPI:Invalid key – Schlüssel 鍵 مفتاح")
  })

  it("writes out what cannot be seen or turns the text around", () => {
    expect(plainText("a\u0000\u001b[31m\u202e\u200b\u2028\ufeff")).toBe(
      "a\\u{0}\\u{1b}[31m\\u{202e}\\u{200b}\\u{2028}\\u{feff}",
    )
  })

  it("never cuts a character in half", () => {
    for (let before = TEXT_MAX - 4; before < TEXT_MAX; before += 1)
      expect(plainText(`${"x".repeat(before)}${"🔑".repeat(9)}`)).not.toMatch(/\p{Cs}/u)
  })

  it("is never longer than its limit and never holds a control or direction character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 600 }), (text) => {
        const shown = plainText(text)
        expect(shown.length).toBeLessThanOrEqual(TEXT_MAX)
        expect(shown).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u)
      }),
    )
  })
})
