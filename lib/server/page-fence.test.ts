import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { contentPolicy, newNonce, turnBack } from "./page-fence"
import { type Bench, openBench, PORT } from "./testing/bench"

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const HOST = `127.0.0.1:${PORT}`
const ask = (path: string, headers: Record<string, string> = { host: HOST }) =>
  turnBack(bench.world, { path, headers: new Headers(headers) })?.status ?? null

describe("the fence around pages", () => {
  it("lets pages and the framework's files through", () => {
    for (const path of ["/", "/keys/1", "/api/keys", "/_next/static/chunks/a.js"]) expect(ask(path)).toBeNull()
  })

  it("turns back another Host, server actions, and whatever else the framework would offer", () => {
    expect(ask("/", { host: "localhost:4870" })).toBe(403)
    expect(ask("/", {})).toBe(403)
    expect(ask("/", { host: HOST, "next-action": "0" })).toBe(403)
    for (const path of ["/_next/image", "/_next/data/x.json", "/_next/webpack-hmr"]) expect(ask(path)).toBe(404)
  })
})

describe("the policy of a page", () => {
  it("allows no script without this page's nonce, no foreign source and no frame", () => {
    const policy = contentPolicy("abc")
    expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
    expect(policy).toContain("default-src 'none'")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(policy).toContain("require-trusted-types-for 'script'")
    expect(policy).not.toMatch(/unsafe|https?:|\*/)
  })

  it("has a nonce that nobody can guess, another one each time", () => {
    const nonces = new Set(Array.from({ length: 100 }, newNonce))
    expect(nonces.size).toBe(100)
    for (const nonce of nonces) expect(Buffer.from(nonce, "base64")).toHaveLength(16)
  })
})
