/**
 * A second, independent stand-in for Kraken: one method, one key, and a signature check written from Kraken's documentation with
 * WebCrypto instead of node:crypto. It shares no code with the sandbox, so that both cannot be wrong in the same way.
 */
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"

export interface IndependentKraken {
  readonly url: string
  readonly apiKey: string
  readonly secret: string
  /** Paths of the signed calls that were accepted. */
  readonly accepted: string[]
  readonly refused: string[]
  /** What GetApiKeyInfo answers; may be changed between two readings. */
  info: Record<string, unknown>
  close(): Promise<void>
}

const bytes = (text: string) => new TextEncoder().encode(text)

async function expectedSignature(
  secret: Uint8Array<ArrayBuffer>,
  path: string,
  nonce: string,
  body: string,
): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes(nonce + body)))
  const key = await crypto.subtle.importKey("raw", secret, { name: "HMAC", hash: "SHA-512" }, false, ["sign"])
  const signature = await crypto.subtle.sign("HMAC", key, new Uint8Array([...bytes(path), ...digest]))
  return Buffer.from(signature).toString("base64")
}

function random(length: number): Uint8Array<ArrayBuffer> {
  return crypto.getRandomValues(new Uint8Array(length))
}

export async function startIndependentKraken(info: Record<string, unknown>): Promise<IndependentKraken> {
  const secretBytes = random(64)
  const apiKey = Buffer.from(random(42)).toString("base64")
  let lastNonce = 0n
  const accepted: string[] = []
  const refused: string[] = []

  async function answer(path: string, body: string, key: string, signature: string): Promise<unknown> {
    const refuse = (text: string) => {
      refused.push(text)
      return { error: [text] }
    }
    if (path === "/0/public/Time")
      return { error: [], result: { unixtime: Math.floor(Date.now() / 1000), rfc1123: new Date().toUTCString() } }
    if (path !== "/0/private/GetApiKeyInfo") return refuse("EGeneral:Unknown method")
    if (key !== apiKey) return refuse("EAPI:Invalid key")
    const nonce = new URLSearchParams(body).get("nonce") ?? ""
    if (signature !== (await expectedSignature(secretBytes, path, nonce, body))) return refuse("EAPI:Invalid signature")
    if (!/^\d+$/.test(nonce) || BigInt(nonce) <= lastNonce) return refuse("EAPI:Invalid nonce")
    lastNonce = BigInt(nonce)
    accepted.push(path)
    return { error: [], result: { ...server.info, apiKey, nonce } }
  }

  const http = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      const { "api-key": key = "", "api-sign": signature = "" } = request.headers
      void answer(request.url ?? "", Buffer.concat(chunks).toString("utf8"), String(key), String(signature)).then(
        (result) => {
          response.setHeader("content-type", "application/json")
          response.end(JSON.stringify(result))
        },
      )
    })
  })
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve))
  const { port } = http.address() as AddressInfo
  const server: IndependentKraken = {
    url: `http://127.0.0.1:${port}`,
    apiKey,
    secret: Buffer.from(secretBytes).toString("base64"),
    accepted,
    refused,
    info,
    close: () => new Promise((resolve) => http.close(() => resolve())),
  }
  return server
}
