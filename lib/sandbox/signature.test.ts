import { randomBytes } from "node:crypto"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { Secret } from "@/lib/core/secret"
import { signatureMatches } from "./signature"
import { signatureOf } from "./testing/sample-client"

/** The secret of the example in Kraken's authentication guide; it opens nothing. */
const DOCUMENTED = new Secret(
  "kQH5HW/8p1uGOVjbgWA7FunAmGO8lsSUXNsu3eow76sz84Q18fWxnyRzBHCd3pd5nE9qa99HAZtuZuj6F1huXg==",
)
const NONCE = "1616492376594"

describe("the sandbox's signature check", () => {
  it("accepts the example of Kraken's authentication guide", () => {
    const body = `nonce=${NONCE}&ordertype=limit&pair=XBTUSD&price=37500&type=buy&volume=1.25`
    const signature = "4/dpxb3iT4tp/ZCVEwSnEsLxx0bqyhLpdfOpc6fn7OR8+UClSV5n9E6aSS8MPtnRfp32bAb0nmbRn6H8ndwLUQ=="
    expect(signatureMatches(signature, { path: "/0/private/AddOrder", nonce: NONCE, body }, DOCUMENTED)).toBe(true)
  })

  it("accepts the vector of Kraken's own SDK, whose secret has 32 bytes", () => {
    const nonce = "1700000000000000000"
    const secret = new Secret(Buffer.alloc(32, 1).toString("base64"))
    const signature = "6i7+cpXVLDDnDOekgsRcgFQhkYFyPDSSxhSVA8OrA6vjziXcy2K1DP3n7f9B/Kgni71WjBSQusZKxduRsdF20Q=="
    const call = { path: "/0/private/Balance", nonce, body: `nonce=${nonce}` }
    expect(signatureMatches(signature, call, secret)).toBe(true)
  })

  it("covers the query string where the funding API signs it", () => {
    const signature = "hbMEesa/4b3GwgDmTnEGOemLkNx72Tc1vwyiOaSDbLhsSQ7Swd1Drq46sRz5aHweGy2zHMYhTM3dbdovXIJmhw=="
    const call = { path: "/funding/v1/addresses?limit=1", nonce: NONCE, body: "" }
    expect(signatureMatches(signature, call, DOCUMENTED)).toBe(true)
    expect(signatureMatches(signature, { ...call, path: "/funding/v1/addresses" }, DOCUMENTED)).toBe(false)
  })

  it("refuses a secret with any one bit flipped", () => {
    const secret = randomBytes(64)
    const call = { path: "/0/private/Balance", nonce: NONCE, body: `nonce=${NONCE}` }
    const signature = signatureOf(secret, call.path, call.nonce, call.body)
    expect(signatureMatches(signature, call, new Secret(secret.toString("base64")))).toBe(true)
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 511 }), (bit) => {
        const flipped = Buffer.from(secret)
        flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
        return !signatureMatches(signature, call, new Secret(flipped.toString("base64")))
      }),
      { numRuns: 200 },
    )
  })

  it("refuses a signature made for another path, nonce or body, or cut short", () => {
    const secret = randomBytes(64)
    const held = new Secret(secret.toString("base64"))
    const call = { path: "/0/private/Balance", nonce: NONCE, body: `nonce=${NONCE}` }
    const signature = signatureOf(secret, call.path, call.nonce, call.body)
    expect(signatureMatches(signature, { ...call, path: "/0/private/Withdraw" }, held)).toBe(false)
    expect(signatureMatches(signature, { ...call, nonce: "1616492376595" }, held)).toBe(false)
    expect(signatureMatches(signature, { ...call, body: `${call.body}&asset=XBT` }, held)).toBe(false)
    expect(signatureMatches(signature.slice(0, -1), call, held)).toBe(false)
    expect(signatureMatches("", call, held)).toBe(false)
  })
})
