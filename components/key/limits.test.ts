import { describe, expect, it } from "vitest"
import type { Change, Finding, Report } from "@/lib/audit/report-schema"
import { limitsOf } from "./limits"

const NOW_MS = Date.UTC(2026, 10, 25)
const bare: Report["key"] = {
  name: "money",
  last4: "dyZb",
  createdAt: new Date(NOW_MS - 400 * 86_400_000).toISOString(),
  modifiedAt: null,
  validUntil: null,
  queryFrom: null,
  queryTo: null,
  ipAllowlist: [],
  nonceWindow: 0,
  nonceScale: "ms",
}
const finding = (rule: string, subject: string): Finding => ({
  rule,
  subject,
  severity: "high",
  title: "A title",
  why: "A reason.",
  steps: [],
})
const limit = (id: string, key: Partial<Report["key"]> = {}, findings: Finding[] = [], changes: Change[] = []) =>
  limitsOf({ key: { ...bare, ...key }, findings, changes }, NOW_MS).find((row) => row.id === id)

describe("limitsOf", () => {
  it("lets a finding speak instead of its own calm words", () => {
    expect(limit("ipAllowlist", {}, [finding("trading-from-any-ip", "ipAllowlist")])?.judgement).toEqual({
      tone: "finding",
      text: "A reason.",
    })
    expect(limit("ipAllowlist")?.judgement.tone).toBe("calm")
  })

  it("names the box whose unticking ends the danger", () => {
    const found = finding("withdrawal-from-any-ip", "ipAllowlist")
    const untick: Change = {
      id: "untick:withdraw-funds",
      kind: "untick",
      permission: "withdraw-funds",
      severity: "critical",
      title: "Untick Withdraw",
      why: "",
      steps: [],
      proof: "",
      rules: [found.rule],
    }
    expect(limit("ipAllowlist", {}, [found], [untick])?.judgement.text).toMatch(/^“Untick Withdraw” settles this too\./)
    const other = { ...untick, rules: ["excess-permission"] }
    expect(limit("ipAllowlist", {}, [found], [other])?.judgement.text).toBe("A reason.")
  })

  it("never shows what was not read as if it were off", () => {
    const unknown = limit("ipAllowlist", {}, [finding("unknown-restriction", "ipAllowlist")])
    expect(unknown).toMatchObject({ value: "Not known", judgement: { tone: "unknown" } })
    expect(limit("nonceWindow", { nonceWindow: null })?.judgement.tone).toBe("unknown")
    expect(limit("modifiedAt")?.judgement.tone).toBe("unknown")
  })

  it("says how long an expiring key has left, and that an expired one has ended", () => {
    const inDays = (days: number) => new Date(NOW_MS + days * 86_400_000).toISOString()
    expect(limit("validUntil", { validUntil: inDays(12) })?.judgement.text).toBe("12 days left.")
    expect(limit("validUntil", { validUntil: inDays(-2) })?.judgement.text).toBe("Ended 2 days ago.")
  })
})
