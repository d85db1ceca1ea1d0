import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { sampleAccountSchema } from "@/lib/protocol/session-view"
import { viewSession } from "./session-view"
import { type Bench, openBench } from "./testing/bench"

const MINUTE = 60_000

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

describe("sample keys", () => {
  it("stand beside the real ones, read from a server of their own, and none of their calls goes to Kraken", async () => {
    const keyIds = await bench.world.samples.open()
    expect(keyIds.length).toBeGreaterThanOrEqual(8)
    expect(await bench.world.samples.open()).toEqual(keyIds)
    const [first = ""] = keyIds
    expect(bench.view(first)).toMatchObject({
      sample: true,
      destination: "sandbox",
      nonceScale: "unused",
      secret: "held",
    })
    expect(await bench.read(first)).toBeNull()
    expect(bench.sent).toEqual([])
    const account = sampleAccountSchema.parse(bench.world.samples.account())
    expect(account.accountUnchanged).toBe(true)
    expect(account.journal.map(({ path }) => path)).toContain("/0/private/GetApiKeyInfo")
    expect(account.keys.map(({ keyId }) => keyId)).toEqual(keyIds)
  })

  it("can be looked at before they are opened", () => {
    const { keys } = sampleAccountSchema.parse(bench.world.samples.account())
    expect(keys.length).toBeGreaterThanOrEqual(8)
    expect(keys.every(({ keyId }) => keyId === null)).toBe(true)
  })

  it("are trimmed on sample Kraken's screen and ticked by reading again", async () => {
    await bench.world.samples.open()
    const sample = () => bench.world.samples.account().keys.find(({ id }) => id === "koinly")
    const keyId = sample()?.keyId ?? ""
    await bench.read(keyId)
    bench.world.keys.patch(keyId, { purposeIds: ["koinly"] })
    const permissions = sample()?.permissions.filter((word) => word !== "withdraw-funds") ?? []
    expect(bench.world.samples.edit("koinly", { permissions })).toMatchObject({
      ok: true,
      value: { keyId, permissions },
    })
    await bench.clock.advance(MINUTE)
    await bench.read(keyId)
    expect(bench.view(keyId).changes.find(({ id }) => id === "untick:withdraw-funds")?.state).toBe("done")
    bench.world.samples.reset()
    expect(sample()?.permissions).toContain("withdraw-funds")
  })

  it("are no secrets: they neither start the countdown nor are forgotten by it", async () => {
    const [first = ""] = await bench.world.samples.open()
    expect(viewSession(bench.world)).toMatchObject({ secretsHeld: 0, idle: null, sampleKeysOpen: true })
    await bench.clock.advance(20 * MINUTE)
    expect(bench.view(first).secret).toBe("held")
  })

  it("go when they are closed, and the real ones stay", async () => {
    const id = bench.add("koinly")
    await bench.world.samples.open()
    await bench.world.samples.close()
    expect(bench.world.keys.list().map((key) => key.id)).toEqual([id])
    expect(viewSession(bench.world).sampleKeysOpen).toBe(false)
    expect((await bench.world.samples.open()).length).toBeGreaterThanOrEqual(8)
  })

  it("refuse what Kraken's screen would refuse, naming the field", () => {
    expect(bench.world.samples.edit("koinly", { ipAllowlist: ["home"] })).toMatchObject({
      error: { status: 422, field: "ipAllowlist" },
    })
    expect(bench.world.samples.edit("nobody", {})).toMatchObject({ error: { status: 404 } })
  })
})
