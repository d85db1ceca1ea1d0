import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { readCredentialText } from "./credential-text"

const base64 = (length: number) =>
  fc.uint8Array({ minLength: length, maxLength: length }).map((bytes) => Buffer.from(bytes).toString("base64"))
const credential = fc.record({ apiKey: base64(42), secret: base64(64) })

type Credential = { readonly apiKey: string; readonly secret: string }

const wrapped = (text: string, at: number) => `${text.slice(0, at)}\n${text.slice(at)}`

const FORMATS: Record<string, (given: Credential) => string> = {
  "key and secret on lines": ({ apiKey, secret }) => `${apiKey}\n${secret}`,
  "secret before key, with blank lines": ({ apiKey, secret }) => `\n\n  ${secret}\r\n\r\n${apiKey}\n`,
  "both on one line": ({ apiKey, secret }) => `${apiKey}  ${secret}`,
  "joined by a colon": ({ apiKey, secret }) => `${apiKey}:${secret}`,
  "quoted lines": ({ apiKey, secret }) => `"${apiKey}",\n"${secret}"`,
  "Kraken's labels": ({ apiKey, secret }) => `API Key: ${apiKey}\nPrivate key: ${secret}`,
  "labels above": ({ apiKey, secret }) => `API Key:\n${apiKey}\nPrivate Key:\n${secret}`,
  "labels without a colon": ({ apiKey, secret }) => `API Key ${apiKey}\nPrivate Key ${secret}`,
  "an .env file": ({ apiKey, secret }) =>
    `# kraken\nNODE_ENV=production\nexport KRAKEN_API_KEY="${apiKey}"\nKRAKEN_API_SECRET='${secret}' # the bot's\nPORT=8080\nDATABASE_URL=postgres://db/keys\n`,
  "common short names": ({ apiKey, secret }) => `API_KEY=${apiKey}\nPRIVATE_KEY=${secret}`,
  "lower case with spaces": ({ apiKey, secret }) => `kraken_key = ${apiKey}\nkraken_secret = ${secret}`,
  PowerShell: ({ apiKey, secret }) => `$env:KRAKEN_API_KEY="${apiKey}"\n$env:KRAKEN_API_SECRET="${secret}"`,
  "JSON in one line": ({ apiKey, secret }) => JSON.stringify({ apiKey, secret }),
  "JSON over lines": ({ apiKey, secret }) =>
    JSON.stringify({ exchange: { name: "kraken", key: apiKey, secret, pairs: ["XBTUSD"] } }, null, 2),
  "JSON with escaped slashes": (given) => JSON.stringify(given).replaceAll("/", "\\/"),
  "a piece of JSON": ({ apiKey, secret }) => `  "key": "${apiKey}",\n  "secret": "${secret}",`,
  "an object in code": ({ apiKey, secret }) => `new Client({ key: '${apiKey}', secret: '${secret}' })`,
  YAML: ({ apiKey, secret }) => `exchanges:\n  - name: kraken\n    api_key: ${apiKey}\n    private_key: ${secret}\n`,
}

describe("readCredentialText", () => {
  it.each(Object.entries(FORMATS))("finds key and secret in: %s", (_name, format) => {
    fc.assert(
      fc.property(credential, (given) => {
        expect(readCredentialText(format(given))).toEqual(given)
      }),
    )
  })

  it("finds a key alone and a secret alone, each with what copying adds", () => {
    fc.assert(
      fc.property(credential, fc.constantFrom("", " ", "\n", '"', "\t"), ({ apiKey, secret }, mark) => {
        expect(readCredentialText(mark + apiKey + mark)).toEqual({ apiKey })
        expect(readCredentialText(mark + secret + mark)).toEqual({ secret })
      }),
    )
  })

  it("joins a secret that was wrapped over two lines, wherever the break falls", () => {
    fc.assert(
      fc.property(credential, fc.integer({ min: 1, max: 87 }), ({ apiKey, secret }, at) => {
        expect(readCredentialText(`${apiKey}\n${wrapped(secret, at)}`)).toEqual({ apiKey, secret })
        expect(readCredentialText(`KRAKEN_API_SECRET=${wrapped(secret, at)}\nKRAKEN_API_KEY=${apiKey}`)).toEqual({
          apiKey,
          secret,
        })
        expect(readCredentialText(`Private key:\n${wrapped(secret, at)}`)).toEqual({ secret })
      }),
    )
  })

  it("reads a secret with spaces inside", () => {
    fc.assert(
      fc.property(base64(64), (secret) => {
        expect(readCredentialText(secret.replace(/(.{8})/g, "$1 "))).toEqual({ secret })
      }),
    )
  })

  it("prefers Kraken's among the keys of other services", () => {
    fc.assert(
      fc.property(credential, credential, (kraken, other) => {
        const text = `STRIPE_API_KEY=${other.apiKey}\nJWT_SECRET=${other.secret}\nOTHER_SECRET=${other.secret}\nKRAKEN_API_KEY=${kraken.apiKey}\nKRAKEN_API_SECRET=${kraken.secret}`
        expect(readCredentialText(text)).toEqual(kraken)
      }),
    )
  })

  it("takes nothing from a file that is about something else", () => {
    const text = `PORT=8080\nSTRIPE_API_KEY=pk_live_short\nJWT_SECRET=hunter2\nURL=https://example.org/?key=1\n# API_KEY=old`
    expect(readCredentialText(text)).toEqual({})
  })

  it("finds a one-time password by its name", () => {
    fc.assert(
      fc.property(credential, ({ apiKey, secret }) => {
        const text = `KRAKEN_API_KEY=${apiKey}\nKRAKEN_API_SECRET=${secret}\nKRAKEN_API_OTP="a quiet word"`
        expect(readCredentialText(text)).toEqual({ apiKey, secret, otp: "a quiet word" })
      }),
    )
  })

  it("leaves key and secret where their names put them, so that a swap can be noticed", () => {
    fc.assert(
      fc.property(credential, ({ apiKey, secret }) => {
        expect(readCredentialText(`KRAKEN_API_KEY=${secret}\nKRAKEN_API_SECRET=${apiKey}`)).toEqual({
          apiKey: secret,
          secret: apiKey,
        })
      }),
    )
  })

  it("puts an incomplete text where it most likely belongs", () => {
    fc.assert(
      fc.property(credential, ({ apiKey, secret }) => {
        const [shortKey, shortSecret] = [apiKey.slice(0, 50), secret.slice(0, 80)]
        expect(readCredentialText(shortKey)).toEqual({ apiKey: shortKey })
        expect(readCredentialText(shortSecret)).toEqual({ secret: shortSecret })
        expect(readCredentialText(`API_KEY=${shortKey}\nAPI_SECRET=${shortSecret}`)).toEqual({
          apiKey: shortKey,
          secret: shortSecret,
        })
      }),
    )
  })

  it("never throws and never invents: what it finds stood in the text", () => {
    const anything = fc.oneof(
      fc.string({ unit: "binary", maxLength: 400 }),
      fc.json(),
      fc
        .array(fc.constantFrom("key", "secret", "=", ":", '"', "\n", " ", "\\", "#", "otp", "A/+b", "=="), {
          maxLength: 60,
        })
        .map((parts) => parts.join("")),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const bare = (given: string) => given.replace(/\\./g, "").replace(/[\s"'`/,;]/g, "")
        for (const part of Object.values(readCredentialText(text))) {
          const characters = bare(part)
          if (!text.includes("\\")) expect(bare(text)).toContain(characters)
          expect(part).not.toBe("")
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it("reads a long file of another kind quickly", () => {
    const startMs = performance.now()
    expect(readCredentialText("QUJD\n".repeat(1_000_000))).toEqual({})
    expect(readCredentialText("a".repeat(1_000_000))).toBeDefined()
    expect(readCredentialText("a: ".repeat(300_000))).toBeDefined()
    expect(performance.now() - startMs).toBeLessThan(2_000)
  })
})
