import { describe, expect, it } from "vitest"
import type { RunEvent } from "@/lib/protocol/run-event"
import { advance, newProgress } from "./run-progress"

const at = "2026-11-25T12:00:00.000Z"
const started: RunEvent = { n: 0, at, type: "started", keyId: "k" }
const waiting: RunEvent = { n: 1, at, type: "waiting", reason: "nonce", text: "Waiting", until: at }
const probe: RunEvent = {
  n: 2,
  at,
  type: "probe",
  probe: { id: "p", path: "/p", parameters: {}, cost: 1, signed: true, answer: "ok", errors: [], at },
}
const finished: RunEvent = { n: 3, at, type: "finished" }

describe("advance", () => {
  it("reaches the same end when the live stream and a replay bring every event twice", () => {
    const once = [started, waiting, probe, finished].reduce(
      (state, event) => advance(state, "r", event),
      newProgress("r"),
    )
    const twice = [started, waiting, started, waiting, probe, probe, finished, probe].reduce(
      (state, event) => advance(state, "r", event),
      newProgress("r"),
    )
    expect(twice).toEqual(once)
    expect(once).toMatchObject({ state: "finished", probes: [{ id: "p" }] })
  })

  it("waits for a replay rather than leave a gap", () => {
    const early = advance(newProgress("r"), "r", probe)
    expect(early.probes).toEqual([])
    expect([started, waiting, probe].reduce((state, event) => advance(state, "r", event), early).probes).toHaveLength(1)
  })

  it("stops waiting as soon as something was sent", () => {
    const before = advance(advance(null, "r", started), "r", waiting)
    expect(before.waiting?.text).toBe("Waiting")
    expect(advance(before, "r", probe).waiting).toBeNull()
  })

  it("never shows one run's probes under another run", () => {
    const first = advance(advance(null, "r1", started), "r1", { ...probe, n: 1 })
    expect(first.probes).toHaveLength(1)
    expect(advance(first, "r2", started)).toMatchObject({ runId: "r2", probes: [], state: "running" })
  })
})
