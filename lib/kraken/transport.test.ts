import http from "node:http"
import https from "node:https"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it, vi } from "vitest"
import { selfSigned } from "./testing/self-signed"
import { ANSWER_BYTES_MAX, createTransport } from "./transport"

const servers: (http.Server | https.Server)[] = []

afterEach(async () => {
  vi.unstubAllEnvs()
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
})

async function serve(handler: http.RequestListener): Promise<string> {
  const server = http.createServer(handler)
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/0/private/GetApiKeyInfo`
}

const post = (url: string, timeoutMs = 5_000) => ({
  method: "POST" as const,
  url,
  headers: { "API-Key": "k", "User-Agent": "Keytrim" },
  body: "nonce=1",
  timeoutMs,
})

describe("createTransport", () => {
  it("sends the body to the byte and gives back status and text", async () => {
    const seen: unknown[] = []
    const url = await serve((request, response) => {
      request.setEncoding("utf8").on("data", (body) => {
        seen.push(request.method, request.headers["api-key"], request.headers["accept-encoding"], body)
      })
      request.on("end", () => response.writeHead(418).end("täglich"))
    })
    expect(await createTransport()(post(url))).toEqual({ ok: true, value: { status: 418, body: "täglich" } })
    expect(seen).toEqual(["POST", "k", "identity", "nonce=1"])
  })

  it("follows no redirect", async () => {
    let elsewhere = 0
    const target = await serve((_, response) => {
      elsewhere += 1
      response.end()
    })
    for (const status of [301, 302, 303, 307, 308]) {
      const url = await serve((_, response) => response.writeHead(status, { location: target }).end())
      expect(await createTransport()(post(url))).toEqual({ ok: false, error: "redirected" })
    }
    expect(elsewhere).toBe(0)
  })

  it("cuts an answer that is larger than 1 MiB, and takes one that is just as large", async () => {
    const url = await serve((request, response) => {
      response.end("x".repeat(ANSWER_BYTES_MAX + (request.url?.endsWith("?more") ? 1 : 0)))
    })
    expect((await createTransport()(post(url))).ok).toBe(true)
    expect(await createTransport()(post(`${url}?more`))).toEqual({ ok: false, error: "too-large" })
  })

  it("stops an answer without end at the same size", async () => {
    const url = await serve((_, response) => {
      const chunk = Buffer.alloc(64 * 1024)
      const more = () => {
        while (response.write(chunk)) if (response.destroyed) return
        response.once("drain", more)
      }
      more()
    })
    expect(await createTransport()(post(url))).toEqual({ ok: false, error: "too-large" })
  })

  it("ends at its deadline, whether nothing came or the answer trickles", async () => {
    const silent = await serve(() => {})
    const trickling = await serve((_, response) => {
      const timer = setInterval(() => response.write("x"), 20)
      response.on("close", () => clearInterval(timer))
    })
    for (const url of [silent, trickling])
      expect(await createTransport()(post(url, 150))).toEqual({ ok: false, error: "timeout" })
  })

  it("is unreachable where nobody listens, and where the answer breaks off", async () => {
    const breaking = await serve((_, response) => {
      response.writeHead(200, { "content-length": "100" })
      response.write("half", () => response.destroy())
    })
    const closed = await serve(() => {})
    const [server] = servers.slice(-1)
    await new Promise((resolve) => server?.close(resolve))
    for (const url of [breaking, closed])
      expect(await createTransport()(post(url))).toEqual({ ok: false, error: "unreachable" })
  })

  it("ends where the answer changes to another protocol", async () => {
    const url = await serve((request) => {
      request.socket.end("HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: other\r\n\r\n")
    })
    expect(await createTransport()(post(url))).toEqual({ ok: false, error: "redirected" })
  })

  it("rejects with the signal's reason when aborted, before and while waiting", async () => {
    let arrived = () => {}
    const asked = new Promise<void>((resolve) => {
      arrived = resolve
    })
    const url = await serve(() => arrived())
    const stop = new AbortController()
    const waiting = createTransport()(post(url), stop.signal)
    await asked
    stop.abort(new Error("stopped by hand"))
    await expect(waiting).rejects.toThrow("stopped by hand")
    await expect(createTransport()(post(url), stop.signal)).rejects.toThrow("stopped by hand")
  })

  it("checks certificates even where the environment says not to", async () => {
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0")
    let asked = 0
    const server = https.createServer(selfSigned(), (_, response) => {
      asked += 1
      response.end("trusted")
    })
    servers.push(server)
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as AddressInfo
    expect(await createTransport()(post(`https://127.0.0.1:${port}/`))).toEqual({ ok: false, error: "unreachable" })
    expect(asked).toBe(0)
  })

  it("uses no proxy from the environment", async () => {
    let proxied = 0
    const proxy = await serve((_, response) => {
      proxied += 1
      response.end()
    })
    const address = new URL(proxy).origin
    for (const name of ["HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"])
      vi.stubEnv(name, address)
    vi.stubEnv("NODE_USE_ENV_PROXY", "1")
    vi.stubEnv("NO_PROXY", "")
    const url = await serve((_, response) => response.end("direct"))
    expect(await createTransport()(post(url))).toEqual({ ok: true, value: { status: 200, body: "direct" } })
    expect(proxied).toBe(0)
  })
})
