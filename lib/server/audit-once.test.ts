import { afterEach, beforeEach, describe, expect, it } from "vitest"
import { reportSchema } from "@/lib/audit/report-schema"
import { PURPOSES } from "@/lib/catalog/purposes"
import { Secret } from "@/lib/core/secret"
import { type AuditOnceRequest, auditOnce } from "./audit-once"
import { type Bench, openBench } from "./testing/bench"
import { settle } from "./testing/manual-clock"

let bench: Bench
beforeEach(() => {
  bench = openBench()
})
afterEach(() => bench.close())

async function audit(id: string, changes: Partial<AuditOnceRequest> = {}) {
  const { apiKey, secret, otp } = bench.pasted(id)
  let ended = false
  const auditing = auditOnce({
    ...{ settings: bench.settings, clock: bench.clock, transport: bench.transport },
    ...{ apiKey: new Secret(apiKey), secret: new Secret(secret), otp: otp && new Secret(otp.value) },
    ...{ purposes: [], nonceScale: "ms", betweenCalls: false, signal: new AbortController().signal },
    ...changes,
  }).finally(() => {
    ended = true
  })
  await settle()
  while (!ended) await bench.clock.advance(250)
  return auditing
}

async function report(id: string, changes: Partial<AuditOnceRequest> = {}) {
  const audited = await audit(id, changes)
  if (!audited.ok) throw new Error(audited.error)
  return reportSchema.parse(audited.value)
}

describe("an audit without a dashboard", () => {
  it("gives the very report that the dashboard shows, but for the moments", async () => {
    const headless = await report("koinly", { purposes: PURPOSES.filter(({ id }) => id === "koinly") })
    const added = bench.world.keys.add(bench.pasted("koinly"))
    const id = added.ok ? added.value.id : ""
    bench.world.keys.patch(id, { purposeIds: ["koinly"] })
    const run = bench.world.keys.startRun(id, {})
    await bench.follow(run.ok ? run.value : "")
    const shown = bench.world.keys.get(id)
    const timeless = { readAt: null, probes: [] }
    expect({ ...headless, ...timeless }).toEqual({ ...(shown.ok ? shown.value.report : null), ...timeless })
  })

  it("uses the one-time password of the environment", async () => {
    expect((await report("dashboard-2fa")).failure).toBeNull()
    expect((await report("dashboard-2fa", { otp: null })).failure?.kind).toBe("otp-required")
  })

  it("names a malformed credential without sending or repeating anything", async () => {
    const { secret } = bench.pasted("koinly")
    const refused = await report("koinly", { secret: new Secret(secret.slice(0, 40)) })
    expect(refused.failure?.kind).toBe("malformed-credential")
    expect(JSON.stringify(refused)).not.toContain(secret.slice(0, 12))
    expect(bench.sent).toEqual([])
  })

  it("begins nothing with a data folder that cannot be used", async () => {
    const settings = { ...bench.settings, home: "/dev/null/below" }
    expect(await audit("koinly", { settings })).toMatchObject({ ok: false })
    expect(bench.sent).toEqual([])
  })

  it("shares its pause with the dashboard", async () => {
    for (const id of ["koinly", "old-bot", "hummingbot"]) {
      bench.kraken.disableKey(id)
      expect((await report(id)).failure?.kind).toBe("wrong-key")
    }
    const sent = bench.sent.length
    const added = bench.world.keys.add(bench.pasted("freqtrade"))
    const run = bench.world.keys.startRun(added.ok ? added.value.id : "", {})
    const events = await bench.follow(run.ok ? run.value : "")
    expect(events.at(-1)).toMatchObject({ type: "failed", failure: { kind: "paused" } })
    expect(bench.sent.slice(sent).every(({ method }) => method === "GET")).toBe(true)
  })

  it("waits for the dashboard's reading of the same key, so that their numbers arrive in order", async () => {
    const go = bench.holdCalls()
    const added = bench.world.keys.add(bench.pasted("koinly"))
    const run = bench.world.keys.startRun(added.ok ? added.value.id : "", {})
    await settle()
    const waited: string[] = []
    const headless = audit("koinly", { onEvent: (event) => event.type === "waiting" && waited.push(event.reason) })
    await settle()
    while (waited.length === 0) await settle()
    expect(waited).toEqual(["lock"])
    go()
    await bench.follow(run.ok ? run.value : "")
    expect(await headless).toMatchObject({ ok: true, value: { failure: null } })
  })
})
