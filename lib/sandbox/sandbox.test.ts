import { inspect } from "node:util"
import { describe, expect, it } from "vitest"
import type { KeyPatch } from "./key-settings"
import { createSandbox } from "./sandbox"
import { signedCall } from "./testing/sample-client"
import { bench, TEST_KEY } from "./testing/sandbox-bench"
import { START_MS, simulatedClock } from "./testing/simulated-clock"

const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"

describe("sample Kraken's key screen", () => {
  it("saves what Kraken's screen would, in its order and without repetitions", () => {
    const { sandbox } = bench({ permissions: ["sample-new-permission"] })
    const saved = sandbox.editKey("key", {
      permissions: ["export-data", "sample-new-permission", "query-funds", "query-funds"],
      ipAllowlist: [" 192.0.2.1 ", "192.0.2.1", "2001:db8::/48"],
      validUntil: "2026-12-24T10:00:00.000Z",
    })
    expect(saved).toMatchObject({
      ok: true,
      value: {
        permissions: ["query-funds", "export-data", "sample-new-permission"],
        ipAllowlist: ["192.0.2.1", "2001:db8::/48"],
        validUntil: "2026-12-24T10:00:00.000Z",
      },
    })
    expect(sandbox.editKey("key", { validUntil: null })).toMatchObject({ ok: true, value: { validUntil: null } })
  })

  it.each<[KeyPatch, string]>([
    [{ permissions: ["access-websockets"] }, "permissions"],
    [{ ipAllowlist: ["localhost"] }, "ipAllowlist"],
    [{ ipAllowlist: ["127.1"] }, "ipAllowlist"],
    [{ ipAllowlist: ["192.0.2.0/33"] }, "ipAllowlist"],
    [{ ipAllowlist: ["192.0.2.1, 192.0.2.2"] }, "ipAllowlist"],
    [{ ipAllowlist: ["fe80::1%eth0"] }, "ipAllowlist"],
    [{ ipAllowlist: [""] }, "ipAllowlist"],
    [{ validUntil: "tomorrow" }, "validUntil"],
    [{ validUntil: "2026-11-25T11:59:59Z" }, "validUntil"],
    [{ queryFrom: "2026-02-01", queryTo: "2026-01-01" }, "queryTo"],
    [{ nonceWindow: -1 }, "nonceWindow"],
    [{ nonceWindow: 0.5 }, "nonceWindow"],
  ])("refuses %o, names the field and changes nothing", (patch, field) => {
    const { sandbox } = bench({ permissions: ["query-funds"] })
    const before = sandbox.keys()
    expect(sandbox.editKey("key", patch)).toMatchObject({ ok: false, error: { field } })
    expect(sandbox.keys()).toEqual(before)
  })

  it("lets an expired key keep its date while something else is changed", () => {
    const { sandbox } = bench({ expiresInDays: -3 })
    const validUntil = sandbox.keys()[0]?.validUntil ?? null
    expect(sandbox.editKey("key", { validUntil, nonceWindow: 5 }).ok).toBe(true)
  })

  it("makes keys with names that are new and of a good length, and lets revoked ones go for good", () => {
    const { sandbox, send } = bench()
    const made = sandbox.createKey({ name: "second", permissions: ["query-funds"] })
    if (!made.ok) throw new Error(made.error)
    const { id } = made.value
    const credentials = sandbox.credentialsOf(id)
    if (!credentials) throw new Error("the new key has no credentials")
    expect(send(signedCall("/0/private/Balance", credentials, { nonce: 1n })).error).toEqual([])
    expect(sandbox.createKey({ name: "second", permissions: [] }).ok).toBe(false)
    expect(sandbox.createKey({ name: "", permissions: [] }).ok).toBe(false)
    expect(sandbox.createKey({ name: "x".repeat(33), permissions: [] }).ok).toBe(false)
    expect(sandbox.revokeKey(id)).toBe(true)
    expect(sandbox.keys().map((key) => key.id)).toEqual(["key"])
    expect(sandbox.credentialsOf(id)).toBeNull()
    expect(sandbox.editKey(id, {}).ok).toBe(false)
    expect(sandbox.revokeKey(id)).toBe(false)
  })
})

describe("a sandbox", () => {
  it("makes keys of 56 and secrets of 64 bytes in base64, new ones every time", () => {
    const [one, other] = [bench(), bench()].map(({ credentials }) => credentials)
    expect(one?.apiKey.expose()).toMatch(/^[A-Za-z0-9+/]{56}$/)
    expect(Buffer.from(one?.secret.expose() ?? "", "base64")).toHaveLength(64)
    expect(one?.secret.expose()).not.toBe(other?.secret.expose())
    expect(one?.apiKey.expose()).not.toBe(other?.apiKey.expose())
  })

  it("shows no secret when it is printed, however deep", () => {
    const { sandbox, credentials } = bench({ otp: "static" })
    const printed = inspect(sandbox, { depth: null, showHidden: true }) + JSON.stringify(sandbox.keys())
    expect(printed).not.toContain(credentials.secret.expose())
    expect(printed).not.toContain(credentials.otp?.value.expose())
  })

  it("is at its beginning again after a reset, yet its programs notice nothing", () => {
    const { sandbox, call, clock, credentials } = bench({ permissions: ["withdraw-funds"], expiresInDays: 1 })
    const parameters = { asset: "XBT", key: "ledger at home", amount: "0.5" }
    call("/0/private/Withdraw", { parameters, nonce: 500n })
    sandbox.editKey("key", { permissions: [] })
    sandbox.createKey({ name: "second", permissions: [] })
    sandbox.faults.next({ kind: "reset" })
    clock.advance(1_000)
    expect(sandbox.accountUnchanged()).toBe(false)
    sandbox.reset()
    expect(sandbox.accountUnchanged()).toBe(true)
    expect(sandbox.journal()).toEqual([])
    expect(sandbox.keys()).toMatchObject([
      { id: "key", permissions: ["withdraw-funds"], validUntil: new Date(START_MS + 86_401_000).toISOString() },
    ])
    expect(sandbox.credentialsOf("key")?.secret.expose()).toBe(credentials.secret.expose())
    expect(call(GET_API_KEY_INFO, { nonce: 500n }).error).toEqual(["EAPI:Invalid nonce"])
    expect(call(GET_API_KEY_INFO, { nonce: 501n }).error).toEqual([])
  })

  it("shares nothing with another one", () => {
    const [one, other] = [bench({ permissions: ["close-trades"] }), bench()]
    one.call("/0/private/CancelAll")
    one.sandbox.editKey("key", { permissions: [] })
    expect(other.sandbox.accountUnchanged()).toBe(true)
    expect(other.sandbox.journal()).toEqual([])
  })
})

describe("the journal", () => {
  it("says what was asked and answered, and never key, signature, nonce, password or token", () => {
    const { sandbox, call, credentials } = bench({ permissions: ["query-ledger", "create-ws-token"], otp: "static" })
    const otp = credentials.otp?.value.expose() ?? ""
    const nonce = 1764072000123456789n
    call("/0/private/Ledgers", { nonce, otp, parameters: { start: "0", OTP: otp } })
    const token = call("/0/private/GetWebSocketsToken", { nonce: nonce + 1n, otp, encoding: "json" }).result
    call("/0/private/Balance", { nonce: nonce + 2n, otp })
    call("/0/private/Balance", { nonce, otp: "wrong" })
    expect(sandbox.journal()).toEqual([
      {
        at: new Date(START_MS).toISOString(),
        method: "POST",
        path: "/0/private/Ledgers",
        parameters: { start: "0" },
        keyName: "key",
        answer: "ok",
      },
      expect.objectContaining({ path: "/0/private/GetWebSocketsToken", parameters: {}, answer: "ok" }),
      expect.objectContaining({ answer: "EGeneral:Permission denied" }),
      expect.objectContaining({ answer: "EAPI:Invalid signature" }),
    ])
    const shown = JSON.stringify(sandbox.journal())
    const hidden = [credentials.apiKey.expose(), credentials.secret.expose(), otp, "wrong", String(nonce)]
    for (const text of [...hidden, (token as { token: string }).token]) expect(shown).not.toContain(text)
    expect(sandbox.fullJournal()[0]).toMatchObject({ nonce: String(nonce), keyId: "key" })
  })

  it("keeps the last 10,000 requests, each in a form that cannot fill the memory", () => {
    const { sandbox, send } = bench()
    const request = { method: "POST", headers: {}, remoteIp: "127.0.0.1" }
    for (let number = 0; number < 10_001; number += 1) send({ ...request, path: `/${number}`, body: "" })
    expect(sandbox.journal()).toHaveLength(10_000)
    expect(sandbox.journal()[0]?.path).toBe("/1")
    const body = Array.from({ length: 1_000 }, (_, number) => `p${number}=${"x".repeat(1_000)}`).join("&")
    send({ ...request, path: `/${"y".repeat(100_000)}`, body })
    expect(JSON.stringify(sandbox.journal().at(-1)).length).toBeLessThan(10_000)
  })
})

describe("faults", () => {
  it("meet as many fitting requests as planned, in their order, and then honesty returns", () => {
    const { sandbox, call } = bench({ permissions: ["query-funds"] })
    sandbox.faults.next({ kind: "errors", errors: ["EService:Unavailable"] }, { times: 2, path: "/0/private/Balance" })
    sandbox.faults.next({ kind: "errors", errors: ["EService:Busy"] })
    expect(call("/0/private/Balance").error).toEqual(["EService:Unavailable"])
    expect(call(GET_API_KEY_INFO).error).toEqual(["EService:Busy"])
    expect(call("/0/private/Balance").error).toEqual(["EService:Unavailable"])
    expect(call("/0/private/Balance").error).toEqual([])
    expect(sandbox.journal().map(({ answer }) => answer)).toEqual([
      "EService:Unavailable",
      "EService:Busy",
      "EService:Unavailable",
      "ok",
    ])
  })

  it("use up no nonce unless the call is said to be carried out", () => {
    const { sandbox, call } = bench()
    const lost = { kind: "errors", errors: ["EService:Unavailable"] } as const
    sandbox.faults.next(lost)
    call(GET_API_KEY_INFO, { nonce: 7n })
    expect(call(GET_API_KEY_INFO, { nonce: 7n }).error).toEqual([])
    sandbox.faults.next(lost, { carriedOut: true })
    call(GET_API_KEY_INFO, { nonce: 8n })
    expect(call(GET_API_KEY_INFO, { nonce: 8n }).error).toEqual(["EAPI:Invalid nonce"])
  })

  it("move Kraken's clock against ours, with all that hangs on it", () => {
    const { sandbox, call, send } = bench({ expiresInDays: 1 })
    sandbox.faults.clockSkewMs = 86_400_000
    const time = send({ method: "GET", path: "/0/public/Time", headers: {}, body: "", remoteIp: "127.0.0.1" })
    expect(time.result).toMatchObject({ unixtime: START_MS / 1000 + 86_400 })
    expect(call(GET_API_KEY_INFO).error).toEqual(["EAPI:Invalid key"])
  })

  it("say in process what becomes of the request", () => {
    const sandbox = createSandbox({ clock: simulatedClock(), keys: [TEST_KEY] })
    const request = { method: "GET", path: "/0/public/Time", headers: {}, body: "", remoteIp: "127.0.0.1" }
    sandbox.faults.next({ kind: "hang" })
    sandbox.faults.next({ kind: "delay", ms: 700 })
    sandbox.faults.next({ kind: "txid" })
    expect(sandbox.answer(request).ending).toBe("hangs")
    expect(sandbox.answer(request)).toMatchObject({ ending: "answered", delayMs: 700, status: 200 })
    expect(sandbox.answer(request).body).toContain('"txid"')
    expect(sandbox.accountUnchanged()).toBe(true)
  })
})
