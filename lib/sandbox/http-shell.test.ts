import http from "node:http"
import { createRequire } from "node:module"
import { afterEach, describe, expect, it } from "vitest"
import type { Clock } from "@/lib/core/clock"
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox"
import { signedCall } from "./testing/sample-client"
import { TEST_KEY } from "./testing/sandbox-bench"
import { simulatedClock } from "./testing/simulated-clock"

/** The independent client from npm; it has no types of its own. */
type KrakenClient = new (
  key: string,
  secret: string,
  options: { url: string; otp?: string },
) => { api(method: string, parameters?: Record<string, string>): Promise<{ result: unknown }> }
const KrakenClient = createRequire(import.meta.url)("kraken-api") as KrakenClient

const open: Sandbox[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()))
})

async function started(changes: Partial<SandboxOptions> = {}) {
  const sandbox = createSandbox({
    clock: simulatedClock(),
    keys: [{ ...TEST_KEY, permissions: ["query-funds"] }],
    ...changes,
  })
  open.push(sandbox)
  const { url } = await sandbox.listen()
  const credentials = sandbox.credentialsOf("key")
  if (!credentials) throw new Error("no credentials")
  return { sandbox, url, credentials, port: Number(new URL(url).port) }
}

interface Asked {
  readonly status: number
  readonly body: string
}

function ask(port: number, options: http.RequestOptions = {}, body = ""): Promise<Asked> {
  return new Promise((resolve, reject) => {
    const request = http.request({ host: "127.0.0.1", port, path: "/0/public/Time", agent: false, ...options })
    request.on("error", reject)
    request.on("response", (response) => {
      let text = ""
      response.setEncoding("utf8")
      response.on("data", (chunk: string) => (text += chunk))
      response.on("error", reject)
      response.on("end", () => resolve({ status: response.statusCode ?? 0, body: text }))
    })
    request.end(body)
  })
}

describe("an independent client", () => {
  it("is let in with the key's secret", async () => {
    const { url, credentials, sandbox } = await started()
    const client = new KrakenClient(credentials.apiKey.expose(), credentials.secret.expose(), { url })
    const { result } = await client.api("Balance")
    expect(result).toEqual(sandbox.accountSnapshot().balances)
    expect((await client.api("Time")).result).toHaveProperty("unixtime")
  })

  it("is refused with one bit of the secret changed, whichever it is", async () => {
    const { url, credentials } = await started()
    for (const bit of [0, 255, 511]) {
      const secret = Buffer.from(credentials.secret.expose(), "base64")
      secret.writeUInt8(secret.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3)
      const client = new KrakenClient(credentials.apiKey.expose(), secret.toString("base64"), { url })
      await expect(client.api("Balance")).rejects.toThrow("API:Invalid signature")
    }
  })

  it("is refused what its key may not do, and what needs a password without it", async () => {
    const { url, credentials } = await started({ keys: [{ ...TEST_KEY, otp: "static" }] })
    const given = [credentials.apiKey.expose(), credentials.secret.expose()] as const
    await expect(new KrakenClient(...given, { url }).api("Balance")).rejects.toThrow("API:Invalid signature")
    const otp = credentials.otp?.value.expose() ?? ""
    await expect(new KrakenClient(...given, { url, otp }).api("Balance")).rejects.toThrow("General:Permission denied")
  })
})

describe("the door", () => {
  it.each([
    ["a page's origin", { origin: "http://127.0.0.1:4870" }],
    ["an opaque origin", { origin: "null" }],
    ["a browser's image", { "sec-fetch-site": "cross-site" }],
    ["another host name", { host: "kraken.example" }],
    ["another spelling of this machine", { host: "localhost" }],
    ["no port", { host: "127.0.0.1" }],
  ])("turns away a request with %s, unanswered but written down", async (_, headers) => {
    const { port, sandbox } = await started()
    expect(await ask(port, { headers })).toEqual({ status: 403, body: "" })
    expect(sandbox.journal()).toEqual([expect.objectContaining({ path: "/0/public/Time", answer: "HTTP 403" })])
  })

  it("turns away more than 1 MiB, and reads exactly 1 MiB", async () => {
    const { port } = await started()
    const post = { method: "POST", path: "/0/private/Balance" }
    expect((await ask(port, post, "x".repeat(1024 * 1024))).body).toContain("EAPI:Invalid key")
    expect((await ask(port, post, "x".repeat(1024 * 1024 + 1))).status).toBe(413)
  })

  it("is closed for good after closing, and open anew after listening again", async () => {
    const { port, sandbox } = await started()
    await sandbox.close()
    expect(sandbox.origin()).toBeNull()
    await expect(ask(port)).rejects.toThrow()
    await sandbox.listen(port)
    expect(sandbox.origin()).toEqual({ url: `http://127.0.0.1:${port}`, kind: "loopback" })
    expect((await ask(port)).status).toBe(200)
  })

  it("says that a port is taken", async () => {
    const { port } = await started()
    const second = createSandbox({ clock: simulatedClock(), keys: [] })
    await expect(second.listen(port)).rejects.toThrow("EADDRINUSE")
    await expect(second.listen()).resolves.toBeDefined()
    await second.close()
  })
})

describe("faults over HTTP", () => {
  it("look as they would on the way to Kraken", async () => {
    const { port, sandbox } = await started()
    sandbox.faults.next({ kind: "http", status: 502 })
    sandbox.faults.next({ kind: "redirect", location: "http://127.0.0.1:1/" })
    sandbox.faults.next({ kind: "malformed-json" })
    sandbox.faults.next({ kind: "oversized" })
    sandbox.faults.next({ kind: "reset" })
    expect(await ask(port)).toMatchObject({ status: 502, body: expect.stringContaining("<html>") })
    expect((await ask(port)).status).toBe(302)
    const malformed = await ask(port)
    expect(() => JSON.parse(malformed.body)).toThrow()
    expect((await ask(port)).body.length).toBeGreaterThan(1024 * 1024)
    await expect(ask(port)).rejects.toThrow()
    expect((await ask(port)).status).toBe(200)
  })

  it("delay on the sandbox's clock, and end the wait when the client leaves", async () => {
    const slept: number[] = []
    let ended: AbortSignal | undefined
    const sleep: Clock["sleep"] = (ms, signal) => {
      slept.push(ms)
      ended = signal
      return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)))
    }
    const { port, sandbox } = await started({ clock: { nowMs: () => 0, sleep } })
    sandbox.faults.next({ kind: "delay", ms: 5_000 })
    await expect(ask(port, { signal: AbortSignal.timeout(100) })).rejects.toThrow()
    await expect.poll(() => ended?.aborted).toBe(true)
    expect(slept).toEqual([5_000])
  })

  it("hang without an answer, and do not keep the sandbox from closing", async () => {
    const { port, sandbox } = await started()
    sandbox.faults.next({ kind: "hang" })
    const hanging = ask(port)
    await expect.poll(() => sandbox.journal()).toHaveLength(1)
    await sandbox.close()
    await expect(hanging).rejects.toThrow()
  })

  it("answers a signed call like the one in process", async () => {
    const { port, sandbox, credentials } = await started()
    const { method, path, headers, body } = signedCall("/0/private/Balance", credentials, { nonce: 1n })
    const asked = await ask(port, { method, path, headers: headers as http.OutgoingHttpHeaders }, body)
    expect(JSON.parse(asked.body)).toEqual({ error: [], result: sandbox.accountSnapshot().balances })
  })
})
