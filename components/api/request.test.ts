import { afterEach, beforeEach, describe, expect, it, vi } from "vitest"
import * as z from "zod/mini"
import type { beginSession as Begin, sessionToken as Token } from "@/components/session/session-store"
import type { request as Request } from "./request"

const schema = z.strictObject({ word: z.string() })
const answers: Response[] = []
const sent: { path: string; init: RequestInit }[] = []
const json = (body: unknown, status = 200) => new Response(JSON.stringify(body), { status })

let request: typeof Request
let beginSession: typeof Begin
let sessionToken: typeof Token
let stored: Map<string, string>
let shownAddress: string

/** A tab that was opened with this fragment. The modules are loaded anew, as a page load does. */
async function openTab(hash: string) {
  vi.resetModules()
  vi.stubGlobal("location", { hash, pathname: "/", search: "" })
  const session = await import("@/components/session/session-store")
  beginSession = session.beginSession
  sessionToken = session.sessionToken
  request = (await import("./request")).request
}

beforeEach(() => {
  vi.useFakeTimers()
  stored = new Map()
  shownAddress = "untouched"
  answers.length = 0
  sent.length = 0
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
    removeItem: (name: string) => void stored.delete(name),
  })
  vi.stubGlobal("history", {
    state: null,
    replaceState: (_state: unknown, _title: string, to: string) => (shownAddress = to),
  })
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    sent.push({ path, init })
    const answer = answers.shift()
    if (!answer) throw new TypeError("no connection")
    return answer
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

describe("beginSession", () => {
  it("takes the code out of the address before anything is sent, and exchanges it once", async () => {
    await openTab("#code=single-use")
    answers.push(json({ token: "made-up" }))
    const first = beginSession()
    expect(shownAddress).toBe("/")
    vi.stubGlobal("location", { hash: "", pathname: "/", search: "" })
    await Promise.all([first, beginSession()])
    expect(sent).toHaveLength(1)
    expect(sessionToken()).toBe("made-up")
  })

  it("keeps no token of a link that was refused", async () => {
    stored.set("keytrim-session", "earlier")
    await openTab("#code=spent")
    answers.push(json({ error: { code: "spent", message: "Spent.", field: null } }, 401))
    await beginSession()
    expect(sessionToken()).toBeNull()
    expect(stored.size).toBe(0)
  })
})

describe("request", () => {
  beforeEach(async () => {
    stored.set("keytrim-session", "made-up")
    await openTab("")
    await beginSession()
  })

  it("carries the token in its own header and nowhere else", async () => {
    answers.push(json({ word: "yes" }))
    expect(await request(schema, "/api/keys", { method: "POST", body: {} })).toEqual({ word: "yes" })
    expect(sent[0]?.path).not.toContain("made-up")
    expect(sent[0]?.init.body).not.toContain("made-up")
    expect(sent[0]?.init.headers).toMatchObject({ "x-keytrim-session": "made-up" })
  })

  it("ends the session of the tab when the server no longer knows it", async () => {
    answers.push(json({ error: { code: "no-session", message: "No session.", field: null } }, 401))
    await expect(request(schema, "/api/keys")).rejects.toMatchObject({ status: 401, code: "no-session" })
    expect(sessionToken()).toBeNull()
    expect(stored.size).toBe(0)
  })

  it("passes a refusal on with the field at fault", async () => {
    answers.push(json({ error: { code: "bad-secret", message: "Too short.", field: "secret" } }, 422))
    await expect(request(schema, "/api/keys")).rejects.toMatchObject({ message: "Too short.", field: "secret" })
    expect(sessionToken()).toBe("made-up")
  })

  it("says that Keytrim does not answer when no answer comes", async () => {
    await expect(request(schema, "/api/keys")).rejects.toMatchObject({ code: "no-answer", status: 0 })
  })

  it("never passes on an answer of another shape", async () => {
    answers.push(json({ word: 1 }))
    await expect(request(schema, "/api/keys")).rejects.toMatchObject({ code: "not-understood" })
  })
})
