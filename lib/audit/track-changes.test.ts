import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import type { KeyFacts } from "./facts"
import { judge } from "./judge"
import { trackChanges } from "./track-changes"

const DAY_MS = 24 * 60 * 60_000

const at = (day: number): string => `2026-10-0${day}T08:00:00.000Z`
const readings = (...keys: ExampleKey[]): KeyFacts[] =>
  keys.map((key, index) => ({ ...exampleKey(key), readAt: at(index + 1) }))

function track(keys: readonly KeyFacts[], ...ids: string[]) {
  const purposes = ids.flatMap((id) => purposeById(id) ?? [])
  return trackChanges({ readings: keys, purposes, nowMs: EXAMPLE_NOW_MS })
}

const brief = (tracked: ReturnType<typeof trackChanges>) =>
  tracked.map(({ id, state, doneAt, saw, appeared }) => ({ id, state, doneAt, saw, appeared }))

const EXCESS: ExampleKey = { granted: ["query-funds", "withdraw-funds"] }
const RIGHT: ExampleKey = { granted: ["query-funds"] }

describe("changes over several readings", () => {
  it("are done at the first reading that shows it, with what it saw", () => {
    expect(brief(track(readings(EXCESS, RIGHT, RIGHT), "moneymoney"))).toEqual([
      {
        id: "untick:withdraw-funds",
        state: "done",
        doneAt: at(2),
        saw: "Kraken no longer lists Withdraw",
        appeared: false,
      },
    ])
  })

  it("stay open while a later reading does not say", () => {
    const silent: ExampleKey = { granted: ["query-funds"], unknown: ["withdraw-funds"] }
    const tracked = brief(track(readings(EXCESS, silent), "moneymoney"))
    expect(tracked.find(({ id }) => id === "untick:withdraw-funds")).toMatchObject({ state: "open", saw: null })
    const ledger = readings({ granted: ["query-funds", "query-ledger"] }, { ...RIGHT, unknown: ["query-ledger"] })
    expect(track(ledger, "moneymoney").find(({ id }) => id === "untick:query-ledger")?.state).toBe("open")
    expect(track(readings(EXCESS, silent, RIGHT), "moneymoney")[0]).toMatchObject({ state: "done", doneAt: at(3) })
  })

  it("are marked where the newest reading calls for them and the first did not", () => {
    expect(brief(track(readings(RIGHT, EXCESS), "moneymoney"))).toEqual([
      { id: "untick:withdraw-funds", state: "open", doneAt: null, saw: null, appeared: true },
    ])
    expect(track(readings(EXCESS, RIGHT, EXCESS), "moneymoney")[0]).toMatchObject({ state: "open", appeared: false })
  })

  it("say what was seen of each restriction", () => {
    const bot = ["query-funds", "query-open-trades", "query-closed-trades", "modify-trades", "close-trades"] as const
    const before: ExampleKey = { granted: bot, nonceWindow: 600_000 }
    const after: ExampleKey = {
      granted: bot,
      nonceWindow: 0,
      ipAllowlist: ["203.0.113.7"],
      validUntil: "2027-03-01T00:00:00.000Z",
    }
    const saw = Object.fromEntries(track(readings(before, after), "freqtrade").map(({ id, saw: text }) => [id, text]))
    expect(saw).toEqual({
      "set:ip-allowlist": "Kraken now lists 1 address or block",
      "set:expiry": "Kraken now shows Key expiration 1 Mar 2027",
      "lower:nonce-window": "Kraken now shows Custom nonce window 0",
    })
  })

  it("do not tick because time went by", () => {
    const key = readings({ ...RIGHT, validUntil: "2026-11-05T00:00:00.000Z" }, RIGHT)
    const [first] = key
    if (!first) throw new Error("no reading")
    const later = { readings: [first, { ...first, readAt: at(9) }], purposes: [] }
    for (const days of [0, 3, 10, 400]) {
      const tracked = trackChanges({ ...later, nowMs: EXAMPLE_NOW_MS + days * DAY_MS })
      expect(tracked.filter(({ state }) => state === "done")).toEqual([])
      expect(tracked.filter(({ appeared }) => appeared)).toEqual([])
    }
  })

  it("tick an end that was moved", () => {
    const keys = readings(
      { ...RIGHT, validUntil: "2026-11-05T00:00:00.000Z" },
      { ...RIGHT, validUntil: "2027-11-05T00:00:00.000Z" },
    )
    expect(track(keys)[0]).toMatchObject({ id: "replace:key", saw: "Kraken now shows Key expiration 5 Nov 2027" })
  })

  it("leave out what became pointless without being done", () => {
    const before: ExampleKey = { granted: ["query-funds", "withdraw-funds"] }
    const tracked = track(readings(before, RIGHT), "withdrawal-key")
    expect(tracked.map(({ id }) => id)).not.toContain("set:ip-allowlist")
    expect(tracked.find(({ id }) => id === "tick:withdraw-funds")).toMatchObject({ appeared: true })
  })

  it("stay open while what they rest on is no longer told", () => {
    const before: ExampleKey = { granted: ["withdraw-funds"], createdAt: "2022-01-01T00:00:00.000Z" }
    const silent: ExampleKey = { unknown: ["withdraw-funds"], unknownFields: ["createdAt"] }
    const states = Object.fromEntries(track(readings(before, silent)).map(({ id, state }) => [id, state]))
    expect(states).toMatchObject({ "set:ip-allowlist": "open", "replace:key": "open" })
  })

  it("are not done by counting the same window differently", () => {
    const counted = (nonceScale: "ms" | "ns"): ExampleKey => ({ ...RIGHT, nonceWindow: 600_000, nonceScale })
    expect(track(readings(counted("ms"), counted("ns")))).toEqual([])
    expect(track(readings(counted("ms"), { ...counted("ms"), nonceWindow: 5_000 }))[0]).toMatchObject({
      id: "lower:nonce-window",
      saw: "Kraken now shows Custom nonce window 5000",
    })
  })

  it("of two powers in one key are done whichever of them left", () => {
    const both: ExampleKey = { granted: ["withdraw-funds", "modify-trades"] }
    const saw = (after: ExampleKey) => track(readings(both, after)).find(({ id }) => id === "split:withdraw-funds")?.saw
    expect(saw({ granted: ["modify-trades"] })).toBe("Kraken no longer lists Withdraw")
    expect(saw({ granted: ["withdraw-funds"] })).toBe("Kraken no longer lists Create & modify orders in the same key")
    expect(saw(both)).toBeNull()
  })

  it("of a key by hand say who says so", () => {
    const told = (key: ExampleKey): ExampleKey => ({ ...key, source: "told" })
    const [done] = track(readings(told(EXCESS), told(RIGHT)), "moneymoney")
    expect(done?.saw).toBe("You say that Kraken no longer lists Withdraw")
  })

  it("follow the purpose: chosen anew, the list is what it would have been from the start", () => {
    const keys = readings(EXCESS, RIGHT)
    expect(track(keys, "withdrawal-key").map(({ id }) => id)).not.toContain("untick:withdraw-funds")
    expect(track(keys, "moneymoney").map(({ id }) => id)).toEqual(["untick:withdraw-funds"])
  })

  it("are those of the only reading where there is one, and none without any", () => {
    fc.assert(
      fc.property(arbitraryKey, arbitraryPurposes, (facts, purposes) => {
        const tracked = trackChanges({ readings: [facts], purposes, nowMs: EXAMPLE_NOW_MS })
        const { changes } = judge({ facts, purposes, nowMs: EXAMPLE_NOW_MS })
        expect(tracked.map(({ id }) => id)).toEqual(changes.map(({ change }) => change.id))
        expect(tracked.every(({ state, appeared }) => state === "open" && !appeared)).toBe(true)
      }),
    )
    expect(track([], "moneymoney")).toEqual([])
  })

  it("never call an untick done while the newest reading does not show the box unticked", () => {
    fc.assert(
      fc.property(fc.array(arbitraryKey, { minLength: 2, maxLength: 4 }), arbitraryPurposes, (keys, purposes) => {
        const newest = keys.at(-1)
        for (const { id, kind, permission, state } of trackChanges({
          readings: keys,
          purposes,
          nowMs: EXAMPLE_NOW_MS,
        })) {
          if (state !== "done" || kind !== "untick" || !permission || id.startsWith("split:")) continue
          expect(newest?.permissions[permission]).toBe("denied")
        }
      }),
    )
  })
})
