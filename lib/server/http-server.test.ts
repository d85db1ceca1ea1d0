import { once } from "node:events"
import type { IncomingHttpHeaders, Server } from "node:http"
import { connect } from "node:net"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { createHttpServer } from "./http-server"
import { type Bench, openBench } from "./testing/bench"

let bench: Bench
let server: Server
let port = 0
let arrived: { url: string | undefined; headers: IncomingHttpHeaders }[] = []

beforeEach(async () => {
  bench = openBench()
  arrived = []
  server = createHttpServer(bench.world, ({ url, headers }, response) => {
    arrived.push({ url, headers })
    response.end("inside")
  })
  server.listen(0, "127.0.0.1")
  await once(server, "listening")
  const address = server.address()
  port = typeof address === "object" && address ? address.port : 0
  bench.world.listensOn(port)
})
afterEach(async () => {
  server.close()
  server.closeAllConnections()
  await bench.close()
})

/** Sends exactly these lines, as no browser or library would, and answers all that comes back. */
async function raw(...lines: string[]): Promise<string> {
  const socket = connect(port, "127.0.0.1")
  socket.end(`${lines.join("\r\n")}\r\n\r\n`)
  let text = ""
  for await (const chunk of socket.setEncoding("utf8")) text += chunk
  return text
}

const status = (answer: string) => Number(answer.split(" ")[1])
const host = () => `Host: 127.0.0.1:${port}`

describe("the door", () => {
  it("lets in what a browser sends to this very address, and marks every answer", async () => {
    const answer = await raw("GET /keys/1 HTTP/1.1", host(), "Connection: close")
    expect(status(answer)).toBe(200)
    expect(answer).toMatch(/x-content-type-options: nosniff/i)
    expect(answer).toMatch(/cross-origin-resource-policy: same-origin/i)
    expect(arrived.map(({ url }) => url)).toEqual(["/keys/1"])
  })

  it.each([
    ["another Host", ["GET / HTTP/1.1", "Host: evil.example"]],
    ["the right Host beside another", ["GET / HTTP/1.1", "HOST", "Host: evil.example"]],
    ["no Host, as of old", ["GET / HTTP/1.0"]],
    ["an address in full", ["GET http://evil.example/ HTTP/1.1", "HOST"]],
    ["an address that begins with two slashes", ["GET //evil.example/ HTTP/1.1", "HOST"]],
    ["an address that is too long", [`GET /${"a".repeat(5_000)} HTTP/1.1`, "HOST"]],
    ["a method that is not used", ["TRACE / HTTP/1.1", "HOST"]],
    ["a preflight of another website", ["OPTIONS /api/keys HTTP/1.1", "HOST", "Origin: https://evil.example"]],
    ["a server action", ["POST / HTTP/1.1", "HOST", "Next-Action: 00", "Content-Length: 0"]],
    [
      "a form for a page",
      ["POST / HTTP/1.1", "HOST", "Content-Type: multipart/form-data; boundary=x", "Content-Length: 0"],
    ],
    ["a body longer than any of ours", ["POST /api/keys HTTP/1.1", "HOST", "Content-Length: 65537"]],
    ["a body of unknown length", ["POST /api/keys HTTP/1.1", "HOST", "Transfer-Encoding: chunked"]],
    ["an upgrade", ["GET / HTTP/1.1", "HOST", "Connection: Upgrade", "Upgrade: websocket"]],
    ["a tunnel", ["CONNECT evil.example:443 HTTP/1.1", "HOST"]],
    ["headers without end", ["GET / HTTP/1.1", "HOST", `X-Long: ${"a".repeat(20_000)}`]],
  ])("turns %s away before anything behind it hears of it", async (_, lines) => {
    const answer = await raw(...lines.map((line) => (line === "HOST" ? host() : line)))
    expect(answer === "" || status(answer) >= 400).toBe(true)
    expect(arrived).toEqual([])
  })

  it("lets in a request with a short body for a handler", async () => {
    const answer = await raw("POST /api/keys HTTP/1.1", host(), "Content-Length: 0", "Connection: close")
    expect(status(answer)).toBe(200)
    expect(arrived.map(({ url }) => url)).toEqual(["/api/keys"])
  })

  it("removes what another program left in the browser for this address, and ends the sessions it may have read", async () => {
    const opened = bench.world.sessions.open(bench.world.sessions.issueCode())
    const link = bench.world.sessions.issueCode()
    const answer = await raw("GET /sw.js HTTP/1.1", host(), "Service-Worker: script", "Connection: close")
    expect(answer).toMatch(/content-type: text\/javascript/i)
    expect(answer).toContain("registration.unregister()")
    expect(bench.world.sessions.holds(opened.ok ? opened.value : "")).toBe(false)
    expect(bench.world.sessions.open(link).ok).toBe(false)
    expect(arrived).toEqual([])
  })

  it("takes away the headers by which a browser could mislead the framework", async () => {
    const misleading = ["X-Forwarded-Host: evil.example", "x-middleware-subrequest: proxy", "X-Invoke-Path: /api/keys"]
    await raw("GET / HTTP/1.1", host(), "RSC: 1", ...misleading, "Connection: close")
    const names = Object.keys(arrived[0]?.headers ?? {})
    expect(names).toContain("rsc")
    expect(names.filter((name) => /^x-/.test(name))).toEqual([])
  })

  it("answers nobody before it is known where it listens", async () => {
    bench.world.address = () => null
    expect(status(await raw("GET / HTTP/1.1", host(), "Connection: close"))).toBe(403)
  })
})
