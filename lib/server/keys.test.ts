import { afterEach, beforeEach, describe, expect, it } from "vitest"
import type { StartRun } from "@/lib/protocol/key-view"
import { sessionViewSchema } from "@/lib/protocol/session-view"
import { viewSession } from "./session-view"
import { type Bench, openBench } from "./testing/bench"
import { settle } from "./testing/manual-clock"

const MINUTE = 60_000

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

const added = (id: string, changes = {}) => bench.world.keys.add(bench.pasted(id, changes))
const view = (keyId: string) => bench.view(keyId)
const read = (keyId: string, options: StartRun = {}) => bench.read(keyId, options)

describe("adding a key", () => {
  it("shows what is known of it and sends nothing signed", async () => {
    const id = bench.add("koinly")
    await settle()
    expect(view(id)).toMatchObject({
      ...{ destination: "kraken", sample: false, secret: "held", otp: "none", nonceScale: "ms", readings: 0 },
      ...{ report: null, failure: null, run: null, purposeIds: [], changes: [] },
    })
    expect(bench.sent.map(({ method }) => method)).toEqual(["GET"])
    expect(view(id).transcript.map(({ path }) => path)).toEqual(["/0/public/Time"])
  })

  it("asks for Kraken's time beforehand, so that the first reading is one call", async () => {
    const id = bench.add("koinly")
    await settle()
    bench.sent.length = 0
    expect(await read(id)).toBeNull()
    expect(bench.sent.map(({ url }) => new URL(url).pathname)).toEqual(["/0/private/GetApiKeyInfo"])
  })

  it("of a key that is here already gives that one its secret again", async () => {
    const id = bench.add("koinly")
    bench.world.keys.forgetSecrets()
    expect(view(id).secret).toBe("gone")
    expect(added("koinly", { nonceScale: "us" })).toEqual({ ok: true, value: { id, existing: true } })
    expect(view(id)).toMatchObject({ secret: "held", nonceScale: "us" })
    expect(bench.world.keys.list()).toHaveLength(1)
  })

  it("is refused with the field at fault, and nothing that was pasted comes back", () => {
    const pasted = bench.pasted("koinly")
    for (const [changes, field] of [
      [{ secret: pasted.secret.slice(0, 40) }, "secret"],
      [{ apiKey: "" }, "apiKey"],
      [{ apiKey: pasted.secret, secret: pasted.apiKey }, "apiKey"],
      [{ otp: { kind: "code" as const, value: "letters" } }, "otp"],
    ] as const) {
      const result = bench.world.keys.add({ ...pasted, ...changes })
      expect(result).toMatchObject({ ok: false, error: { status: 422, field } })
      for (const text of [pasted.secret, pasted.apiKey]) {
        expect(JSON.stringify(result)).not.toContain(text.slice(0, 12))
      }
    }
    expect(bench.world.keys.list()).toEqual([])
  })

  it("is refused where only sample keys are safe", async () => {
    const development = openBench({ realKeys: false })
    expect(development.world.keys.add(bench.pasted("koinly"))).toMatchObject({ ok: false, error: { status: 403 } })
    await development.close()
  })
})

describe("a key's view", () => {
  it("holds neither the key nor its secret, whatever happened to it", async () => {
    const pasted = bench.pasted("dashboard-2fa")
    const id = bench.add("dashboard-2fa")
    await read(id)
    const shown = JSON.stringify(bench.world.keys.list())
    for (const text of [pasted.apiKey, pasted.secret, pasted.otp?.value ?? "none"]) {
      expect(shown).not.toContain(text.slice(0, 12))
    }
    expect(view(id).last4).toBe(pasted.apiKey.slice(-4))
  })

  it("is judged anew as soon as the purpose changes", async () => {
    const id = bench.add("koinly")
    await read(id)
    expect(view(id).report?.leastPrivilege).toBeNull()
    expect(view(id).report?.permissions.every(({ needed }) => needed === null)).toBe(true)
    bench.world.keys.patch(id, { purposeIds: ["koinly"] })
    const withdraw = view(id).report?.permissions.find((row) => row.id === "withdraw-funds")
    expect(withdraw).toMatchObject({ declared: "granted", needed: false, verdict: "excess" })
    bench.world.keys.patch(id, { purposeIds: [] })
    expect(view(id).report?.leastPrivilege).toBeNull()
  })

  it("ticks a change only once a later reading shows it done", async () => {
    const id = bench.add("koinly")
    await read(id)
    bench.world.keys.patch(id, { purposeIds: ["koinly"] })
    const untick = () => view(id).changes.find((change) => change.id === "untick:withdraw-funds")
    expect(untick()?.state).toBe("open")
    const { permissions } = bench.kraken.keys().find((key) => key.id === "koinly") ?? { permissions: [] }
    bench.kraken.editKey("koinly", { permissions: permissions.filter((word) => word !== "withdraw-funds") })
    expect(untick()?.state).toBe("open")
    await bench.clock.advance(MINUTE)
    await read(id)
    expect(untick()).toMatchObject({ state: "done", doneAt: expect.any(String) })
    expect(view(id)).toMatchObject({ readings: 2 })
  })

  it("tells when a limit has come near, although nobody read again", async () => {
    const id = bench.add("rotki")
    await read(id)
    bench.world.keys.patch(id, { purposeIds: ["rotki"] })
    const rules = () => view(id).report?.findings.map(({ rule }) => rule)
    expect(rules()).toContain("soon-to-expire")
    bench.clock.jump(10 * 24 * 60 * MINUTE)
    expect(rules()).toContain("expired")
  })

  it("refuses a purpose that is not in the catalogue, and names it only where it looks like one", () => {
    const id = bench.add("koinly")
    const refused = (purposeId: string) => bench.world.keys.patch(id, { purposeIds: ["koinly", purposeId] })
    expect(refused("no-such-tool")).toMatchObject({
      error: { field: "purposeIds", message: expect.stringContaining("no-such-tool") },
    })
    expect(JSON.stringify(refused("Not/An=Id"))).not.toContain("Not/An")
    expect(view(id).purposeIds).toEqual([])
  })
})

describe("reading a key", () => {
  it("is refused once its secret is gone, with what to do", () => {
    const id = bench.add("koinly")
    bench.world.keys.forgetSecrets()
    expect(bench.world.keys.startRun(id, {})).toMatchObject({ ok: false, error: { status: 409, code: "secret-gone" } })
  })

  it("signs with the code that the person typed for it, and asks for a new one the next time", async () => {
    const id = bench.add("dashboard-2fa", { otp: null })
    expect(await read(id)).toMatchObject({ kind: "otp-required" })
    const password = bench.pasted("dashboard-2fa").otp
    added("dashboard-2fa", { otp: password })
    expect(await read(id)).toBeNull()
    expect(view(id).otp).toBe("static")
    expect(await read(id, { otpCode: "12 34 56" })).toMatchObject({ kind: "wrong-secret" })
    expect(view(id).otp).toBe("code")
    expect(await read(id)).toMatchObject({ kind: "otp-required" })
  })

  it("is refused where the code cannot be one, without repeating it", () => {
    const id = bench.add("koinly")
    const refused = bench.world.keys.startRun(id, { otpCode: "not-a-code" })
    expect(refused).toMatchObject({ ok: false, error: { status: 422, field: "otpCode" } })
    expect(JSON.stringify(refused)).not.toContain("not-a-code")
  })

  it("between two calls of a program is tried only where its clock scale was named", async () => {
    const id = bench.add("koinly", { nonceScale: "unknown" })
    const refused = bench.world.keys.startRun(id, { betweenCalls: true })
    expect(refused).toMatchObject({ ok: false, error: { status: 422, field: "betweenCalls" } })
    bench.world.keys.patch(id, { nonceScale: "us" })
    expect(await read(id, { betweenCalls: true })).toBeNull()
    expect(view(id).report?.key.nonceScale).toBe("us")
  })

  it("three refusals pause everything signed, which the session tells with its end; a person may go on", async () => {
    const ids = ["koinly", "old-bot", "hummingbot", "freqtrade"].map((name) => bench.add(name))
    const [one = "", two = "", three = "", four = ""] = ids
    for (const name of ["koinly", "old-bot", "hummingbot"]) bench.kraken.disableKey(name)
    for (const id of [one, two, three]) expect(await read(id)).toMatchObject({ kind: "wrong-key" })
    expect(await read(four)).toMatchObject({ kind: "paused" })
    expect(view(four).failure?.pausedUntil).not.toBeNull()
    const { pauses } = sessionViewSchema.parse(viewSession(bench.world))
    expect(pauses).toEqual([expect.objectContaining({ destination: "kraken" })])
    expect(await read(four, { despitePause: true })).toBeNull()
    await bench.clock.advance(16 * MINUTE)
    expect(viewSession(bench.world).pauses).toEqual([])
  })
})

describe("leaving", () => {
  it("forgets every secret after 15 minutes without input; keys and reports stay", async () => {
    const id = bench.add("koinly")
    await read(id)
    expect(viewSession(bench.world)).toMatchObject({ secretsHeld: 1, idle: { forgetAt: expect.any(String) } })
    await bench.clock.advance(15 * MINUTE)
    expect(viewSession(bench.world)).toMatchObject({ secretsHeld: 0, idle: null })
    expect(view(id)).toMatchObject({ secret: "gone", readings: 1, report: expect.any(Object) })
  })

  it("stops what is under way with a secret that is being forgotten", async () => {
    bench.holdCalls()
    const id = bench.add("koinly")
    const run = bench.world.keys.startRun(id, {})
    await settle()
    bench.world.keys.forgetSecrets()
    const events = await bench.follow(run.ok ? run.value : "")
    expect(events.at(-1)?.type).toBe("stopped")
  })

  it("takes a removed key and its secret away for good", () => {
    const id = bench.add("koinly")
    expect(bench.world.keys.remove(id)).toMatchObject({ ok: true })
    expect(bench.world.keys.get(id)).toMatchObject({ ok: false, error: { status: 404 } })
    expect(bench.world.keys.remove(id)).toMatchObject({ ok: false, error: { status: 404 } })
    expect(bench.world.keys.secretsHeld()).toBe(0)
  })
})
