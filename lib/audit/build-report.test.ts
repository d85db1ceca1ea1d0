import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { purposeById } from "@/lib/catalog/purposes"
import { arbitraryKey, arbitraryPurposes } from "./arbitrary-key"
import { buildReport, type ReportRequest } from "./build-report"
import { EXAMPLE_NOW_MS, type ExampleKey, exampleKey } from "./example-key"
import { FAILURE_KINDS } from "./failure-kinds"
import { describeFailure } from "./failures"
import type { ProbeRecord } from "./probe-record"
import { type Report, reportSchema } from "./report-schema"
import { reportAsText } from "./report-text"
import { reachesThreshold } from "./threshold"

const base = { probes: [], nowMs: EXAMPLE_NOW_MS, last4: "dyZb", nonceScale: null } as const

function reportOn(key: ExampleKey, ...ids: string[]): Report {
  return buildReport({ ...base, facts: exampleKey(key), purposes: ids.flatMap((id) => purposeById(id) ?? []) })
}

const failed = (kind: (typeof FAILURE_KINDS)[number]): Report =>
  buildReport({ ...base, purposes: [], failure: describeFailure({ kind, krakenText: "EAPI:Invalid key" }) })

const request: fc.Arbitrary<ReportRequest> = fc
  .tuple(arbitraryKey, arbitraryPurposes)
  .map(([facts, purposes]) => ({ ...base, facts, purposes }))

/** Everything in a report that is shown as text, without the fields that hold ids and raw words. */
function spoken({ findings, changes, summary, leak, risk, permissions }: Report): string[] {
  return [
    ...findings.flatMap(({ title, why, steps }) => [title, why, ...steps]),
    ...changes.flatMap(({ title, why, steps, proof }) => [title, why, ...steps, proof]),
    ...leak.flatMap(({ title, text }) => [title, text]),
    ...risk.reasons.map(({ text }) => text),
    ...permissions.flatMap(({ label, reason }) => [label, reason]),
    summary.headline,
    summary.detail,
  ]
}

describe("a report", () => {
  it("has the published form, whatever the key", () => {
    fc.assert(
      fc.property(request, (given) => {
        expect(reportSchema.safeParse(buildReport(given)).success).toBe(true)
      }),
    )
  })

  it("shows wire words in the fields for ids only", () => {
    fc.assert(
      fc.property(request, (given) => {
        const text = spoken(buildReport(given)).join("\n")
        for (const word of PERMISSION_IDS) expect(text).not.toContain(word)
      }),
    )
  })

  it("is the same for the same facts", () => {
    fc.assert(
      fc.property(request, (given) => {
        expect(buildReport(given)).toEqual(buildReport(given))
      }),
      { numRuns: 20 },
    )
  })

  it("of a failure knows nothing, and says what happened and what to do", () => {
    for (const kind of FAILURE_KINDS) {
      const report = failed(kind)
      expect(report.failure?.kind).toBe(kind)
      expect([report.permissions, report.findings, report.changes, report.leak]).toEqual([[], [], [], []])
      expect([report.readAt, report.key.name, report.key.nonceWindow, report.leastPrivilege]).toEqual([
        null,
        null,
        null,
        null,
      ])
      expect(report.summary.detail).toMatch(/\.$/)
    }
  })

  it("says how sure it is", () => {
    expect(reportOn({ granted: ["query-funds"] }).confidence).toBe("listed")
    expect(reportOn({ unknown: ["query-funds"] }).confidence).toBe("partial")
    expect(reportOn({ unknownPermissions: ["new"] }).confidence).toBe("partial")
    expect(reportOn({ unknownFields: ["ipAllowlist"] }).confidence).toBe("partial")
    expect(reportOn({ ipAllowlist: ["my office"] }).confidence).toBe("partial")
    expect(reportOn({ unknown: ["query-funds"], source: "told" }).confidence).toBe("told")
  })
})

describe("the threshold", () => {
  it("is reached by a finding at or above it", () => {
    const report = reportOn({ granted: ["query-funds", "query-ledger"] }, "moneymoney")
    expect(
      (["info", "low", "medium", "high", "critical"] as const).map((failOn) => reachesThreshold(report, failOn)),
    ).toEqual([true, true, false, false, false])
  })

  it("is reached by anything unknown and by any failure, but never where it is never", () => {
    const unsure: ExampleKey[] = [
      { unknown: ["query-ledger"] },
      { unknownPermissions: ["new"] },
      { unknownFields: ["ipAllowlist"] },
    ]
    for (const report of [...unsure.map((key) => reportOn(key)), failed("timeout")]) {
      expect(reachesThreshold(report, "critical")).toBe(true)
      expect(reachesThreshold(report, "never")).toBe(false)
    }
    expect(reachesThreshold(reportOn({ unknown: ["withdraw-funds"], source: "told" }), "critical")).toBe(true)
  })

  it("is not reached by a key that is as it should be", () => {
    expect(reachesThreshold(reportOn({ granted: ["query-funds"] }, "moneymoney"), "info")).toBe(false)
  })
})

describe("a report as text", () => {
  const steering = /[^\P{C}\n]/u

  it("fits into 100 columns and holds nothing that could steer a terminal", () => {
    fc.assert(
      fc.property(request, (given) => {
        const text = reportAsText(buildReport(given))
        expect(text).not.toMatch(steering)
        for (const line of text.split("\n")) expect([...line].length).toBeLessThanOrEqual(100)
        expect(text).toMatch(/\n$/)
      }),
    )
  })

  it("says verdicts in the words of the page, and which limits are not known", () => {
    const text = reportAsText(
      reportOn({ granted: ["query-funds", "withdraw-funds"], unknownFields: ["ipAllowlist"] }, "rotki"),
    )
    for (const word of ["Untick ", "Keep ", "Tick ", "Leave off "]) expect(text).toContain(`  ${word}`)
    expect(text).toMatch(/IP address restriction +not known/)
    expect(text).toContain("If this key leaks")
    expect(text).toMatch(/Key expiration +not set/)
  })

  it("counts what was sent", () => {
    const probe: ProbeRecord = {
      id: "api-key-info",
      path: "/0/private/GetApiKeyInfo",
      parameters: {},
      cost: 1,
      signed: true,
      answer: "ok",
      errors: [],
      at: "2026-11-01T12:00:00.000Z",
    }
    const probes = [{ ...probe, id: "server-time", signed: false }, probe]
    const report = buildReport({ ...base, probes, facts: exampleKey({}), purposes: [] })
    expect(reportAsText(report)).toContain("Sent to Kraken: 1 signed call, changed nothing.")
  })

  it("of a failure says what Kraken said and what to do, and no promise after an incident", () => {
    const text = reportAsText(failed("wrong-key"))
    expect(text).toContain("Kraken said: EAPI:Invalid key")
    expect(text).toContain("What to do: ")
    expect(reportAsText(failed("incident"))).not.toContain("changed nothing")
  })
})
