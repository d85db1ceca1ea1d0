import { randomBytes } from "node:crypto"
import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import { parseCredential } from "./credential"
import { CredentialMemory } from "./credential-memory"
import { signSpot } from "./sign-spot"
import { createSigner } from "./signer"

const CALL = { path: "/0/private/GetApiKeyInfo", nonce: "1700000000000", body: "nonce=1700000000000" }

function newCredential(otp: { kind: "static" | "code"; value: string } | null = null) {
  const texts = { apiKey: randomBytes(42).toString("base64"), secret: randomBytes(64).toString("base64") }
  const parsed = parseCredential({ ...texts, otp })
  if (!parsed.ok) throw new Error(parsed.error.code)
  return { texts, credential: parsed.value }
}

describe("createSigner", () => {
  it("signs the body it was given and sends the key beside it", async () => {
    const { texts, credential } = newCredential()
    const signed = await createSigner(credential).sign(CALL)
    expect(signed.body).toBe(CALL.body)
    expect(signed.headers["API-Key"]).toBe(texts.apiKey)
    expect(signed.headers["API-Sign"]).toBe(signSpot(Buffer.from(texts.secret, "base64"), CALL))
  })

  it("puts a static password behind every body and signs it with the rest", async () => {
    const { texts, credential } = newCredential({ kind: "static", value: "p&q = ü" })
    const signer = createSigner(credential)
    const body = `${CALL.body}&otp=p%26q%20%3D%20%C3%BC`
    for (let times = 0; times < 2; times += 1) {
      const signed = await signer.sign(CALL)
      expect(signed.body).toBe(body)
      expect(signed.headers["API-Sign"]).toBe(signSpot(Buffer.from(texts.secret, "base64"), { ...CALL, body }))
    }
  })

  it("uses a one-time code for one call only", async () => {
    const signer = createSigner(newCredential({ kind: "code", value: "123456" }).credential)
    expect((await signer.sign(CALL)).body).toBe(`${CALL.body}&otp=123456`)
    await expect(signer.sign(CALL)).rejects.toMatchObject({ code: "otp-spent" })
  })

  it("signs nothing after it was told to forget", async () => {
    const signer = createSigner(newCredential({ kind: "static", value: "word" }).credential)
    signer.forget()
    await expect(signer.sign(CALL)).rejects.toMatchObject({ code: "secret-gone" })
  })

  it("shows its secret neither when printed nor when serialised", () => {
    const { texts, credential } = newCredential({ kind: "static", value: "a long static password" })
    const signer = createSigner(credential)
    const seen = inspect(signer, { depth: 9, showHidden: true }) + JSON.stringify(signer) + inspect(credential)
    for (const text of [texts.secret, texts.apiKey, "a long static password"])
      for (let from = 0; from + 12 <= text.length; from += 1) expect(seen).not.toContain(text.slice(from, from + 12))
  })
})

describe("CredentialMemory", () => {
  it("hands out signers that stop when their key is forgotten", async () => {
    const memory = new CredentialMemory()
    memory.put("a", newCredential().credential)
    memory.put("b", newCredential().credential)
    const [a, b] = [memory.signerFor("a"), memory.signerFor("b")]
    expect(memory.size).toBe(2)
    memory.forget("a")
    expect(memory.signerFor("a")).toBeNull()
    await expect(a?.sign(CALL)).rejects.toMatchObject({ code: "secret-gone" })
    await expect(b?.sign(CALL)).resolves.toBeDefined()
    memory.forgetAll()
    expect(memory.size).toBe(0)
    await expect(b?.sign(CALL)).rejects.toMatchObject({ code: "secret-gone" })
  })

  it("wipes the old credential when another takes its place", async () => {
    const memory = new CredentialMemory()
    memory.put("a", newCredential().credential)
    const old = memory.signerFor("a")
    memory.put("a", newCredential().credential)
    await expect(old?.sign(CALL)).rejects.toMatchObject({ code: "secret-gone" })
    expect(memory.size).toBe(1)
  })

  it("takes a fresh one-time code for the next call, and refuses one that cannot be a code", async () => {
    const memory = new CredentialMemory()
    memory.put("a", newCredential({ kind: "code", value: "111111" }).credential)
    const signer = memory.signerFor("a")
    await signer?.sign(CALL)
    expect(memory.setOtpCode("a", "222 222").ok).toBe(true)
    expect((await signer?.sign(CALL))?.body).toBe(`${CALL.body}&otp=222222`)
    expect(memory.setOtpCode("a", "not a code")).toMatchObject({ error: { code: "otp-characters" } })
    expect(memory.setOtpCode("nobody", "333333")).toMatchObject({ error: { code: "secret-missing" } })
  })
})
