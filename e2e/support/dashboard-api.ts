/** Talks to a Keytrim as its own pages do, to set a scene whose making is not what a journey is about. */
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import { type KeyView, keyViewSchema } from "@/lib/protocol/key-view"
import { type SampleAccount, SESSION_HEADER, sampleAccountSchema } from "@/lib/protocol/session-view"
import type { Keytrim } from "./keytrim"
import type { Credentials } from "./loopback-sandbox"
import { rawRequest } from "./raw-request"

export interface DashboardApi {
  /** Adds the key and answers its id. Nothing is sent to Kraken by that. */
  add(credentials: Credentials, nonceScale?: NonceScale): Promise<string>
  /** Reads the key to the end of the run, well or failing. */
  read(keyId: string): Promise<KeyView>
  say(keyId: string, purposeIds: readonly string[]): Promise<void>
  /** The built-in sample account, with everything that it was asked. */
  sampleAccount(): Promise<SampleAccount>
}

const POLL_MS = 40
const READ_WITHIN_MS = 25_000

type Method = "GET" | "POST" | "PATCH"
type Send = (method: Method, path: string, body?: unknown) => Promise<unknown>

export async function openDashboardApi(keytrim: Keytrim): Promise<DashboardApi> {
  const headers: Record<string, string> = {
    host: new URL(keytrim.url).host,
    origin: keytrim.url,
    "content-type": "application/json",
  }
  const send: Send = async (method, path, body) => {
    const framed = body === undefined ? {} : { body: JSON.stringify(body) }
    const answer = await rawRequest(keytrim.url, { method, path, headers, ...framed })
    if (answer.status >= 400) throw new Error(`${method} ${path} was answered with ${answer.status}`)
    return answer.body === "" ? null : JSON.parse(answer.body)
  }
  const code = new URL(await keytrim.newLink()).hash.replace("#code=", "")
  headers[SESSION_HEADER] = textOf(await send("POST", "/api/session", { code }), "token")

  return {
    add: async ({ apiKey, secret, otp }, nonceScale = "unused") => {
      const oneTimePassword = otp === null ? null : { kind: "static", value: otp }
      return textOf(await send("POST", "/api/keys", { apiKey, secret, otp: oneTimePassword, nonceScale }), "id")
    },
    read: (keyId) => read(send, keyId),
    say: async (keyId, purposeIds) => {
      await send("PATCH", `/api/keys/${keyId}`, { purposeIds })
    },
    sampleAccount: async () => sampleAccountSchema.parse(await send("GET", "/api/sandbox")),
  }
}

async function read(send: Send, keyId: string): Promise<KeyView> {
  await send("POST", `/api/keys/${keyId}/runs`, {})
  const endMs = Date.now() + READ_WITHIN_MS
  while (Date.now() < endMs) {
    const view = keyViewSchema.parse(await send("GET", `/api/keys/${keyId}`))
    if (view.run === null) return view
    await new Promise((resolve) => setTimeout(resolve, POLL_MS))
  }
  throw new Error("the reading did not end")
}

function textOf(answer: unknown, name: string): string {
  const value = new Map(Object.entries(answer ?? {})).get(name)
  if (typeof value !== "string") throw new Error(`the answer has no ${name}`)
  return value
}
