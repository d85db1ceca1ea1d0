/** Every route as it stands in the build: each goes through the guard, and what they say has the form that pages parse. */
import { readdirSync, readFileSync } from "node:fs"
import path from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { keyListSchema, keyViewSchema, refusalSchema } from "@/lib/protocol/key-view"
import { runEventSchema } from "@/lib/protocol/run-event"
import {
  purposeListSchema,
  SESSION_HEADER,
  sampleAccountSchema,
  sampleKeySchema,
  sessionViewSchema,
} from "@/lib/protocol/session-view"
import { type Bench, openBench, PORT } from "@/lib/server/testing/bench"
import { installWorld } from "@/lib/server/world"

const HOST = `127.0.0.1:${PORT}`
const ORIGIN = `http://${HOST}`
const METHODS = ["GET", "POST", "PATCH", "DELETE"] as const
type Method = (typeof METHODS)[number]
type Handler = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>
type Module = Partial<Record<Method, Handler>>

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: "utf8" })
  .filter((file) => path.basename(file) === "route.ts")
  .sort()

/** Each handler with the address under which it is found. */
async function handlers(): Promise<{ method: Method; address: string; handle: Handler }[]> {
  const modules = await Promise.all(
    files.map(async (file) => ({ file, module: (await import(path.join(import.meta.dirname, file))) as Module })),
  )
  return modules.flatMap(({ file, module }) =>
    METHODS.flatMap((method) => {
      const handle = module[method]
      return handle ? [{ method, address: `/api/${path.dirname(file)}`, handle }] : []
    }),
  )
}

let bench: Bench
let token = ""
beforeEach(() => {
  bench = openBench()
  installWorld(bench.world)
  const opened = bench.world.sessions.open(bench.world.sessions.issueCode())
  token = opened.ok ? opened.value : ""
})
afterEach(() => bench.close())

type Headers = Record<string, string | null>
const own = (): Headers => ({
  host: HOST,
  origin: ORIGIN,
  "sec-fetch-site": "same-origin",
  "content-type": "application/json",
  [SESSION_HEADER]: token,
})

function knock(handle: Handler, method: Method, address: string, id: string, headers: Headers, body = "{}") {
  const given = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== null)
  const request = new Request(`http://localhost${address}`, {
    method,
    headers: given,
    ...(method === "GET" ? {} : { body }),
  })
  return handle(request, { params: Promise.resolve(address.includes("[id]") ? { id } : {}) })
}

async function ask(method: Method, route: string, options: { id?: string; query?: string; body?: unknown } = {}) {
  const found = (await handlers()).find((handler) => handler.method === method && handler.address === `/api/${route}`)
  if (!found) throw new Error(`no ${method} /api/${route}`)
  const { id = "", query = "", body = {} } = options
  return knock(found.handle, method, `/api/${route}${query}`, id, own(), JSON.stringify(body))
}

/** Requests of everybody who has no business here, by the status that they get. */
const STRANGERS: readonly (readonly [string, number, (headers: Headers) => Headers])[] = [
  ["another Host", 403, (headers) => ({ ...headers, host: `localhost:${PORT}` })],
  ["another port in Host", 403, (headers) => ({ ...headers, host: "127.0.0.1:1" })],
  ["a Host that only begins like ours", 403, (headers) => ({ ...headers, host: `${HOST}.evil.example` })],
  ["no Host", 403, (headers) => ({ ...headers, host: null })],
  [
    "a Host in a forwarding header only",
    403,
    (headers) => ({ ...headers, host: "evil.example", "x-forwarded-host": HOST }),
  ],
  ["another Origin", 403, (headers) => ({ ...headers, origin: "https://evil.example" })],
  ["an opaque Origin", 403, (headers) => ({ ...headers, origin: "null" })],
  ["another port as Origin", 403, (headers) => ({ ...headers, origin: "http://127.0.0.1:1" })],
  ["another website, as its browser says", 403, (headers) => ({ ...headers, "sec-fetch-site": "cross-site" })],
  ["another port, as its browser says", 403, (headers) => ({ ...headers, "sec-fetch-site": "same-site" })],
]

describe("every handler", () => {
  it.each(files)("%s is made by the guarding wrapper and exports nothing else", (file) => {
    const source = readFileSync(path.join(import.meta.dirname, file), "utf8")
    const exported = [...source.matchAll(/^export (.*)$/gm)].map(([, rest = ""]) => rest)
    const allowed = /^const (GET|POST|PATCH|DELETE) = route\(|^const dynamic = "force-dynamic"$/
    expect(exported.filter((rest) => !allowed.test(rest))).toEqual([])
    expect(source.split("\n").length).toBeLessThanOrEqual(40)
  })

  it("is among those that are tested here", async () => {
    expect((await handlers()).length).toBeGreaterThanOrEqual(19)
  })

  it.each(STRANGERS)("refuses %s with %d, even with a valid session", async (_, status, disguise) => {
    for (const { method, address, handle } of await handlers()) {
      const answer = await knock(handle, method, address, "any", disguise(own()))
      expect(answer.status, `${method} ${address}`).toBe(status)
      expect(refusalSchema.safeParse(await answer.json()).success).toBe(true)
    }
  })

  it("refuses who has no session or a wrong one, except the request that begins one", async () => {
    for (const { method, address, handle } of await handlers()) {
      if (method === "POST" && address === "/api/session") continue
      for (const wrong of [null, "", "x".repeat(43), `${token}x`]) {
        const answer = await knock(handle, method, address, "any", { ...own(), [SESSION_HEADER]: wrong })
        expect(answer.status, `${method} ${address}`).toBe(401)
        expect(answer.headers.get("cache-control")).toBe("no-store")
      }
    }
  })

  it("refuses to change anything for a request without an Origin, or that is not JSON", async () => {
    for (const { method, address, handle } of await handlers()) {
      if (method === "GET") continue
      expect((await knock(handle, method, address, "any", { ...own(), origin: null })).status).toBe(403)
      for (const type of [null, "text/plain", "application/x-www-form-urlencoded", "application/jsonx"])
        expect((await knock(handle, method, address, "any", { ...own(), "content-type": type })).status).toBe(415)
    }
  })

  it("refuses bodies that are too long, no JSON, or not of the expected form, and repeats nothing of them", async () => {
    const canary = "canary-0123456789"
    for (const { method, address, handle } of await handlers()) {
      if (method === "GET") continue
      for (const [body, status] of [
        [`"${canary.repeat(10_000)}"`, 413],
        [`{"a": ${canary}`, 400],
        [JSON.stringify({ [canary]: canary }), 400],
        [JSON.stringify([canary]), 400],
      ] as const) {
        const answer = await knock(handle, method, address, "any", own(), body)
        expect(answer.status, `${method} ${address}`).toBe(status)
        expect(await answer.text()).not.toContain(canary)
      }
    }
  })

  it("answers an error that nobody foresaw with a code and nothing of its text", async () => {
    bench.world.keys.list = () => {
      throw new Error("canary-0123456789")
    }
    const answer = await ask("GET", "keys")
    expect(answer.status).toBe(500)
    expect(await answer.text()).not.toContain("canary")
    expect(bench.unexpected).toHaveLength(1)
  })

  it("answers nobody before the launcher has said where it listens", async () => {
    bench.world.address = () => null
    expect((await ask("GET", "keys")).status).toBe(403)
  })
})

describe("what pages are told", () => {
  it("is a token for a fresh code, and a reason for a used one", async () => {
    const body = { code: bench.world.sessions.issueCode() }
    const opened = await ask("POST", "session", { body })
    expect(opened.status).toBe(200)
    expect(bench.world.sessions.holds((await opened.json()).token)).toBe(true)
    const again = await ask("POST", "session", { body })
    expect(again.status).toBe(401)
    expect((await again.json()).error.code).toBe("link-used-twice")
    expect((await (await ask("POST", "session", { body: { code: "made up" } })).json()).error.code).toBe(
      "link-not-valid",
    )
  })

  it("has the published form, from adding a key to reading and removing it", async () => {
    sessionViewSchema.parse(await (await ask("GET", "session")).json())
    purposeListSchema.parse(await (await ask("GET", "purposes")).json())
    const added = await ask("POST", "keys", { body: bench.pasted("koinly") })
    expect(added.status).toBe(201)
    const { id, existing } = await added.json()
    expect(existing).toBe(false)
    const started = await ask("POST", "keys/[id]/runs", { id })
    expect(started.status).toBe(201)
    const { runId } = await started.json()
    const heard = await (await ask("GET", "runs/[id]/events", { id: runId, query: "?from=1" })).text()
    const events = heard
      .trim()
      .split("\n")
      .map((line) => runEventSchema.parse(JSON.parse(line)))
    expect([events[0]?.n, events.at(-1)?.type]).toEqual([1, "finished"])
    const patched = await ask("PATCH", "keys/[id]", { id, body: { purposeIds: ["koinly"] } })
    expect(keyViewSchema.parse(await patched.json()).report?.purposes).toHaveLength(1)
    expect(keyListSchema.parse(await (await ask("GET", "keys")).json()).keys).toHaveLength(1)
    expect((await ask("DELETE", "runs/[id]", { id: runId })).status).toBe(204)
    expect((await ask("POST", "session/activity")).status).toBe(204)
    expect((await ask("DELETE", "session/secrets")).status).toBe(204)
    expect((await ask("DELETE", "keys/[id]", { id })).status).toBe(204)
    expect((await ask("GET", "keys/[id]", { id })).status).toBe(404)
  })

  it("of sample keys has the published form too", async () => {
    const opened = await ask("POST", "sandbox")
    expect(opened.status).toBe(201)
    expect((await opened.json()).keyIds.length).toBeGreaterThanOrEqual(8)
    sampleAccountSchema.parse(await (await ask("GET", "sandbox")).json())
    const edited = await ask("PATCH", "sandbox/keys/[id]", { id: "koinly", body: { permissions: ["query-funds"] } })
    expect(sampleKeySchema.parse(await edited.json()).permissions).toEqual(["query-funds"])
    expect((await ask("POST", "sandbox/reset")).status).toBe(204)
    expect((await ask("DELETE", "sandbox")).status).toBe(204)
  })

  it("never holds anything of what was pasted, accepted or not", async () => {
    const pasted = bench.pasted("dashboard-2fa")
    const answers = [
      await ask("POST", "keys", { body: pasted }),
      await ask("POST", "keys", { body: { ...pasted, secret: `${pasted.secret.slice(0, 60)}!` } }),
      await ask("POST", "keys", { body: { ...pasted, apiKey: pasted.secret, secret: pasted.apiKey } }),
      await ask("POST", "keys", { body: { ...pasted, nonceScale: pasted.secret } }),
      await ask("POST", "keys", { body: { ...pasted, [pasted.secret]: 1 } }),
      await ask("GET", "keys"),
    ]
    for (const answer of answers) {
      const text = await answer.text()
      for (const secret of [pasted.secret, pasted.apiKey, pasted.otp?.value ?? ""]) {
        for (let at = 0; at + 12 <= secret.length; at++) expect(text).not.toContain(secret.slice(at, at + 12))
      }
    }
  })

  it("comes as a stream that ends when the page goes, and leaves nothing listening", async () => {
    const answer = await ask("GET", "events")
    expect(answer.headers.get("content-type")).toContain("application/x-ndjson")
    const reader = answer.body?.getReader()
    const first = await reader?.read()
    expect(JSON.parse(new TextDecoder().decode(first?.value))).toEqual({ type: "hello" })
    bench.world.live.publish({ type: "key-changed", keyId: "any" })
    const second = await reader?.read()
    expect(JSON.parse(new TextDecoder().decode(second?.value)).type).toBe("key-changed")
    await reader?.cancel()
    expect((await reader?.read())?.done).toBe(true)
  })
})
