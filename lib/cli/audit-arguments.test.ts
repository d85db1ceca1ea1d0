import { describe, expect, it } from "vitest"
import { parseAuditArguments } from "./audit-arguments"

describe("audit arguments", () => {
  it("falls back to no purpose, an unnamed scale, text and the high threshold", () => {
    expect(parseAuditArguments([])).toEqual({
      ok: true,
      value: { purpose: null, nonceScale: null, betweenCalls: false, format: "text", failOn: "high", help: false },
    })
  })

  it("reads every option", () => {
    const words = [
      "--purpose",
      "koinly",
      "--nonce-scale",
      "ns",
      "--between-calls",
      "--format=json",
      "--fail-on",
      "never",
    ]
    expect(parseAuditArguments(words)).toMatchObject({
      ok: true,
      value: {
        purpose: { id: "koinly" },
        nonceScale: "ns",
        betweenCalls: true,
        format: "json",
        failOn: "never",
        help: false,
      },
    })
  })

  it.each([
    [["--purpose", "nobody-knows-it"], "--purpose"],
    [["--nonce-scale", "minutes"], "--nonce-scale"],
    [["--format", "xml"], "--format"],
    [["--fail-on", "sometimes"], "--fail-on"],
    [["--between-calls"], "--between-calls"],
    [["--between-calls", "--nonce-scale", "unknown"], "--between-calls"],
  ])("names the option at fault: %j", (words, option) => {
    const result = parseAuditArguments(words)
    expect(result.ok ? "" : result.error).toContain(option)
  })

  it("never repeats what was typed, since it may be a credential", () => {
    const typed = crypto.randomUUID()
    for (const words of [
      [typed],
      [`--secret=${typed}`],
      ["--format", typed],
      ["--purpose", typed],
      ["--nonce-scale", typed],
    ]) {
      expect(JSON.stringify(parseAuditArguments(words))).not.toContain(typed)
    }
  })
})
