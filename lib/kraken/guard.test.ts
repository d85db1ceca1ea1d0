import { readdirSync } from "node:fs"
import path from "node:path"
import { describe, expect, it } from "vitest"
import * as z from "zod"
import { KRAKEN_SPOT } from "@/lib/core/origin"
import { ok } from "@/lib/core/result"
import { createClient } from "./client"
import { defineProbe, type Probe } from "./define-probe"
import { guardOutgoing, guardSigned } from "./guard"
import { neverSend } from "./never-send"
import { PROBES } from "./probes"
import { apiKeyInfo } from "./probes/api-key-info"
import { serverTime } from "./probes/server-time"
import { Bench } from "./testing/bench"

const CALL = { method: "POST", path: "/0/private/GetApiKeyInfo", body: "nonce=1700000000000" }

function probeOf(path: string, parameters: Record<string, string> = {}): Probe<unknown, unknown> {
  return {
    ...apiKeyInfo,
    id: "made-up",
    path,
    parameters,
    reply: z.unknown(),
    reveals: () => ok(null),
  }
}

describe("the registered probes", () => {
  it("are the files of their folder, each under its own name", () => {
    const files = readdirSync(path.join(import.meta.dirname, "probes"))
    expect(PROBES.map(({ id }) => `${id}.ts`).sort()).toEqual(files.filter((file) => file !== "index.ts").sort())
  })

  it("are frozen, read only, and named once", () => {
    for (const probe of PROBES) {
      expect(Object.isFrozen(probe) && Object.isFrozen(probe.parameters)).toBe(true)
      expect(probe.effect).toBe("reads")
      expect(probe.harmless).not.toBe("")
      expect(probe.source.seen).toMatch(/^\d{4}-\d{2}$/)
    }
    expect(Object.isFrozen(PROBES)).toBe(true)
    expect(new Set(PROBES.map(({ id }) => id)).size).toBe(PROBES.length)
  })
})

describe("guardOutgoing", () => {
  it("lets the registered probe through, with one nonce in front", () => {
    expect(() => guardOutgoing(apiKeyInfo, CALL)).not.toThrow()
    expect(() => guardOutgoing(serverTime, { method: "GET", path: "/0/public/Time", body: null })).not.toThrow()
  })

  it("refuses a look-alike of a registered probe", () => {
    expect(() => guardOutgoing({ ...apiKeyInfo }, CALL)).toThrow(/registered/)
    expect(() => guardOutgoing(probeOf(CALL.path), CALL)).toThrow(/registered/)
  })

  it.each([
    ["another path", { ...CALL, path: "/0/private/CancelAll" }],
    ["the path in another case", { ...CALL, path: "/0/private/getapikeyinfo" }],
    ["a path with something behind it", { ...CALL, path: `${CALL.path}/../Withdraw` }],
    ["another method", { ...CALL, method: "GET" }],
    ["no body", { ...CALL, body: null }],
    ["an empty body", { ...CALL, body: "" }],
    ["no nonce", { ...CALL, body: "validate=true" }],
    ["a nonce that is no number", { ...CALL, body: "nonce=1e9" }],
    ["a nonce that begins with zero", { ...CALL, body: "nonce=01700000000000" }],
    ["a second nonce", { ...CALL, body: "nonce=1700000000000&nonce=1700000000001" }],
    ["a field that the probe does not declare", { ...CALL, body: "nonce=1700000000000&asset=XBT" }],
    ["a one-time password of someone else", { ...CALL, body: "nonce=1700000000000&otp=1" }],
    ["a JSON body", { ...CALL, body: '{"nonce":"1700000000000"}' }],
    ["a line break", { ...CALL, body: "nonce=1700000000000\r\nx=1" }],
    ["a field without a value", { ...CALL, body: "nonce=1700000000000&validate" }],
    ["an empty field", { ...CALL, body: "nonce=1700000000000&" }],
    ["a field separated by a semicolon", { ...CALL, body: "nonce=1700000000000;validate=true" }],
    ["a broken escape", { ...CALL, body: "nonce=1700000000000&a=%zz" }],
  ])("refuses %s", (_, outgoing) => {
    expect(() => guardOutgoing(apiKeyInfo, outgoing)).toThrowError(
      expect.objectContaining({ code: "refused-by-guard" }),
    )
  })
})

describe("guardSigned", () => {
  it("accepts the guarded body, alone or with one one-time password behind it", () => {
    expect(guardSigned(CALL.body, CALL.body)).toEqual({ otp: null })
    expect(guardSigned(CALL.body, `${CALL.body}&otp=p%26q`)).toEqual({ otp: "p&q" })
  })

  it.each([
    ["another nonce", "nonce=1700000000001"],
    ["something in front", `validate=true&${CALL.body}`],
    ["another field behind", `${CALL.body}&asset=XBT`],
    ["a field behind the password", `${CALL.body}&otp=1&asset=XBT`],
    ["an empty password", `${CALL.body}&otp=`],
    ["a password that carries a second field", `${CALL.body}&otp=1=2`],
  ])("refuses %s", (_, signed) => {
    expect(() => guardSigned(CALL.body, signed)).toThrowError(expect.objectContaining({ code: "refused-by-guard" }))
  })
})

describe("neverSend", () => {
  const txid = "OAAAAA-BBBBB-CCCCCC"

  it.each([
    ["CancelAll", {}],
    ["CancelAllOrdersAfter", { timeout: "0" }],
    ["CancelAllOrdersAfter", { timeout: "60" }],
    ["Withdraw", { asset: "XBT", key: "x", amount: "0" }],
    ["WalletTransfer", { amount: "0" }],
    ["AddExport", { report: "trades" }],
    ["AddOrderBatch", { validate: "true" }],
    ["DepositAddresses", { asset: "XBT", method: "Bitcoin", new: "true" }],
    ["DepositAddresses", { asset: "XBT", method: "Bitcoin", new: "false" }],
    ["AddOrder", {}],
    ["AddOrder", { validate: "false" }],
    ["AddOrder", { validate: "1" }],
    ["EditOrder", { validate: "true" }],
    ["EditOrder", { txid }],
    ["EditOrder", { validate: "true", txid: "12345" }],
    ["CancelOrder", {}],
    ["CancelOrder", { txid: "" }],
    ["CancelOrder", { txid: "12345" }],
    ["CancelOrder", { txid: "O12345-BBBBB-CCCCCC" }],
    ["CancelOrder", { txid: "OAAAAA-12345-CCCCCC" }],
    ["CancelOrder", { txid: "OAAAAA-BBBBB-123456" }],
    ["CancelOrder", { txid: `${txid},12345` }],
    ["CancelOrder", { cl_ord_id: "6d1b345e-2821-40e2-ad83-4ecb18a06876" }],
    ["CancelOrder", { txid, cl_ord_id: "6d1b345e-2821-40e2-ad83-4ecb18a06876" }],
  ])("holds %s back with %o, in whatever case, and no probe can be made of it", (call, parameters) => {
    for (const path of [`/0/private/${call}`, `/0/private/${call.toLowerCase()}`]) {
      expect(neverSend(path, parameters)).not.toBeNull()
      expect(() => defineProbe(probeOf(path, parameters))).toThrow()
    }
  })

  it("keeps the forms that cannot do anything", () => {
    expect(neverSend("/0/private/AddOrder", { validate: "true" })).toBeNull()
    expect(neverSend("/0/private/EditOrder", { validate: "true", txid })).toBeNull()
    expect(neverSend("/0/private/CancelOrder", { txid })).toBeNull()
    expect(neverSend("/0/private/DepositAddresses", { asset: "XBT", method: "Bitcoin" })).toBeNull()
  })
})

describe("defineProbe", () => {
  it("refuses what the client alone may add, and private calls without a signature", () => {
    expect(() => defineProbe(probeOf(CALL.path, { nonce: "1" }))).toThrow()
    expect(() => defineProbe(probeOf(CALL.path, { otp: "1" }))).toThrow()
    expect(() => defineProbe({ ...probeOf(CALL.path), signed: false })).toThrow()
    expect(() => defineProbe(probeOf("/0/public/Time"))).toThrow()
  })
})

describe("send", () => {
  const refusedByGuard = expect.objectContaining({ code: "refused-by-guard" })

  function clientOnBench() {
    const bench = new Bench()
    const sent: unknown[] = []
    const client = createClient({
      clock: bench.clock,
      transport: async (request) => {
        sent.push(request)
        return bench.time()
      },
    })
    const signing = { signer: bench.signer, nonce: "1700000000000", scale: "ms" } as const
    return { bench, client, sent, call: { origin: KRAKEN_SPOT, signal: undefined, signing } }
  }

  it("neither signs nor sends what is not registered", async () => {
    const { bench, client, sent, call } = clientOnBench()
    for (const path of ["/0/private/CancelAll", "/0/private/Withdraw", "/0/private/Balance"])
      await expect(client.send(probeOf(path), call)).rejects.toEqual(refusedByGuard)
    expect(bench.signer.signed).toEqual([])
    expect(sent).toEqual([])
  })

  it("sends nothing where the signer changed the body", async () => {
    const { bench, client, sent, call } = clientOnBench()
    const signer = {
      ...bench.signer,
      sign: async (given: { path: string; nonce: string; body: string }) => ({
        ...(await bench.signer.sign(given)),
        body: `${given.body}&validate=false`,
      }),
    }
    await expect(client.send(apiKeyInfo, { ...call, signing: { ...call.signing, signer } })).rejects.toEqual(
      refusedByGuard,
    )
    expect(sent).toEqual([])
  })

  it("sends nothing to an address that is neither Kraken's nor this machine's", async () => {
    const { client, sent, call } = clientOnBench()
    for (const url of ["https://api.kraken.com.example", "https://api.kraken.com@127.0.0.1", "http://localhost:1"])
      await expect(client.send(apiKeyInfo, { ...call, origin: { url, kind: "kraken" } })).rejects.toEqual(
        refusedByGuard,
      )
    expect(sent).toEqual([])
  })

  it("never signs a public call, nor sends a private one unsigned", async () => {
    const { client, sent, call } = clientOnBench()
    await expect(client.send(serverTime, call)).rejects.toEqual(refusedByGuard)
    await expect(client.send(apiKeyInfo, { ...call, signing: null })).rejects.toEqual(refusedByGuard)
    expect(sent).toEqual([])
  })
})
