/** A key as a page knows it, for tests: everything about it can be said otherwise. */
import type { Report } from "@/lib/audit/report-schema"
import type { KeyView } from "@/lib/protocol/key-view"

const AT = "2026-11-20T10:00:00.000Z"

interface Differences {
  readonly id?: string
  readonly granted?: readonly string[]
  readonly risk?: Report["risk"]["level"]
  readonly score?: number
  readonly ipAllowlist?: readonly string[]
  readonly createdAt?: string | null
  readonly readAt?: string
  readonly purpose?: string
}

const grantedRow = (id: string): Report["permissions"][number] => ({
  id,
  label: id,
  level: null,
  declared: "granted",
  observed: "untested",
  needed: null,
  verdict: null,
  reason: "",
})

function exampleReport(differences: Differences): Report {
  const { granted = [], risk = "low", score = 10, ipAllowlist = [], createdAt = AT, readAt = AT } = differences
  return {
    schemaVersion: 1,
    venue: "spot",
    source: "kraken",
    readAt,
    key: {
      name: "example",
      last4: "dyZb",
      createdAt,
      modifiedAt: createdAt,
      validUntil: null,
      queryFrom: null,
      queryTo: null,
      ipAllowlist: [...ipAllowlist],
      nonceWindow: 0,
      nonceScale: "ms",
    },
    purposes: differences.purpose === undefined ? [] : [{ id: "purpose", title: differences.purpose }],
    permissions: granted.map(grantedRow),
    leastPrivilege: null,
    findings: [],
    changes: [],
    summary: { headline: "Can read", detail: "" },
    leak: [],
    risk: { score, level: risk, reasons: [] },
    confidence: "listed",
    probes: [],
    failure: null,
  }
}

export function exampleView(differences: Differences & Partial<KeyView> = {}): KeyView {
  const report = differences.report === undefined ? exampleReport(differences) : differences.report
  return {
    id: differences.id ?? "k1",
    name: differences.name === undefined ? "example" : differences.name,
    last4: differences.last4 ?? "dyZb",
    sample: differences.sample ?? false,
    destination: "kraken",
    secret: differences.secret ?? "held",
    otp: differences.otp ?? "none",
    addedAt: AT,
    nonceScale: differences.nonceScale ?? "ms",
    purposeIds: [],
    suggestions: [],
    report,
    failure: differences.failure ?? null,
    changes: differences.changes ?? [],
    readings: report === null ? 0 : 1,
    run: differences.run ?? null,
    transcript: [],
  }
}
