import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { signSpot } from "./sign-spot"

const STEPS =
  "steps: decode the secret from base64 · SHA-256 over nonce and body, as bytes · HMAC-SHA512 with the secret over path and that digest · base64"

// The secret of Kraken's documentation (https://docs.kraken.com/exchange/guides/rest/authentication); it belongs to no account.
const DOCUMENTED = "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg=="
const NONCE = "1616492376594"
const KEY_INFO = "/0/private/GetApiKeyInfo"

const VECTORS = [
  {
    name: "Kraken's documented order",
    secret: Buffer.from(DOCUMENTED, "base64"),
    path: "/0/private/AddOrder",
    nonce: NONCE,
    body: `nonce=${NONCE}&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25`,
    signature: "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ==",
  },
  {
    // From the test of signer.rs in github.com/krakenfx/kraken-api-sdk.
    name: "the vector of Kraken's own SDK",
    secret: Buffer.alloc(32, 1),
    path: "/0/private/Balance",
    nonce: "1700000000000000000",
    body: "nonce=1700000000000000000",
    signature: "6i7+cpXVLDDnDOekgsRcgFQhkYFyPDSSxhSVA8OrA6vjziXcy2K1DP3n7f9B/Kgni71WjBSQusZKxduRsdF20Q==",
  },
  {
    name: "a form body",
    secret: Buffer.from(DOCUMENTED, "base64"),
    path: KEY_INFO,
    nonce: NONCE,
    body: `nonce=${NONCE}`,
    signature: "0hXh9q5/fK8xgzNfiExbUyhEvsv1gAYGgL/5PWy8Xo8kFGhpI/ZwAnHB1eC0SYtlYiywFcypDRuBP/GjHp+ojA==",
  },
  {
    name: "a JSON body",
    secret: Buffer.from(DOCUMENTED, "base64"),
    path: KEY_INFO,
    nonce: NONCE,
    body: `{"nonce":"${NONCE}"}`,
    signature: "CdOMcl3cR5p2oNIy4JDCJS6qF+Pdsxp4wnJsuxgeOH031VC7l5wTihDfvkEZbg4mofmvM1Gn/y+eWFVYWn3GYA==",
  },
  {
    name: "a form body with a one-time password",
    secret: Buffer.from(DOCUMENTED, "base64"),
    path: KEY_INFO,
    nonce: NONCE,
    body: `nonce=${NONCE}&otp=123456`,
    signature: "fXhMZZeiSQ6N2+BY44VGsIlMESfhK0T4M77EyM/zJGQx1t3+Zan7nksaIQp340yq7FM6mqkgNIoM6pCOAh11kw==",
  },
]

describe("signSpot", () => {
  it.each(VECTORS)("reproduces the signature of $name", ({ secret, path, nonce, body, signature }) => {
    expect(signSpot(secret, { path, nonce, body }), STEPS).toBe(signature)
  })

  it("gives another signature for any other bit of secret, path, nonce or body", () => {
    const secret = randomBytes(64)
    const parts = { path: KEY_INFO, nonce: NONCE, body: `nonce=${NONCE}` }
    const original = signSpot(secret, parts)
    const flip = (bytes: Buffer, bit: number) => {
      const changed = Buffer.from(bytes)
      changed.writeUInt8(changed.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      return changed
    }
    fc.assert(
      fc.property(fc.constantFrom("path", "nonce", "body"), fc.nat(), (name, position) => {
        // The lowest seven bits keep ASCII text ASCII, so that one bit of the text is one bit of what is hashed.
        const text = Buffer.from(parts[name])
        const changed = flip(text, (position % text.length) * 8 + (position % 7)).toString("latin1")
        expect(signSpot(secret, { ...parts, [name]: changed })).not.toBe(original)
      }),
    )
    for (let bit = 0; bit < 512; bit += 1) expect(signSpot(flip(secret, bit), parts)).not.toBe(original)
  })
})
