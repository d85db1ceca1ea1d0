import { createHash, createHmac } from "node:crypto"
import type { KeyCredentials } from "../sandbox-key"
import type { SandboxRequest } from "../sandbox-request"

export interface CallOptions {
  readonly nonce: bigint | string
  readonly parameters?: Readonly<Record<string, string>>
  readonly encoding?: "form" | "json"
  readonly otp?: string
  readonly remoteIp?: string
}

export function signatureOf(secret: Uint8Array, path: string, nonce: string, body: string): string {
  const digest = createHash("sha256")
    .update(nonce + body)
    .digest()
  return createHmac("sha512", secret).update(path).update(digest).digest("base64")
}

/** A signed call as a program with these credentials would send it; spot calls carry the nonce in the body. */
export function signedCall(path: string, credentials: KeyCredentials, options: CallOptions): SandboxRequest {
  const { parameters = {}, encoding = "form", otp, remoteIp = "127.0.0.1" } = options
  const nonce = String(options.nonce)
  const fields = { nonce, ...parameters, ...(otp !== undefined && { otp }) }
  const body = encoding === "json" ? JSON.stringify(fields) : new URLSearchParams(fields).toString()
  const secret = Buffer.from(credentials.secret.expose(), "base64")
  const headers = {
    "API-Key": credentials.apiKey.expose(),
    "API-Sign": signatureOf(secret, path, nonce, body),
  }
  return { method: "POST", path, headers, body, remoteIp }
}

/** A call of the funding API, which has nonce and password in headers and signs its query string. */
export function signedFundingCall(
  method: string,
  path: string,
  credentials: KeyCredentials,
  nonce: bigint,
): SandboxRequest {
  const secret = Buffer.from(credentials.secret.expose(), "base64")
  const headers = {
    "API-Key": credentials.apiKey.expose(),
    "API-Nonce": String(nonce),
    "API-Sign": signatureOf(secret, path, String(nonce), ""),
  }
  return { method, path, headers, body: "", remoteIp: "127.0.0.1" }
}
