import { describe, expect, it } from "vitest"
import { purposeById } from "@/lib/catalog/purposes"
import { buildReport } from "./build-report"
import { exampleKey } from "./example-key"
import type { ProbeRecord } from "./probe-record"
import type { Report, ReportPermission } from "./report-schema"

const PROBE: ProbeRecord = {
  id: "api-key-info",
  path: "/0/private/GetApiKeyInfo",
  parameters: {},
  cost: 1,
  signed: true,
  answer: "ok",
  errors: [],
  at: "2026-11-01T12:00:00.000Z",
}

const off = (id: string, label: string): ReportPermission => ({
  id,
  label,
  level: null,
  declared: "denied",
  observed: "untested",
  needed: false,
  verdict: "unneeded",
  reason: "MoneyMoney works without it.",
})

const UNTICK_STEPS = [
  "At Kraken, go to Profile icon → Settings → Connections & API → Spot trading API.",
  "Find this key in the list and open it for editing.",
  "Under “Funds permissions”, untick “Withdraw”.",
  "Save the key, then read it again here.",
]

const WITHDRAW_UNNEEDED =
  "MoneyMoney does not need it. A thief could use it to send your balance to any address already saved in the account. With Query as well, Kraken's documents also allow Kraken Pay transfers and payment links; with Add withdrawal addresses, any address at all."

/** A key for MoneyMoney that may also withdraw, from anywhere and for ever: the whole report, word for word. */
const GOLDEN: Report = {
  schemaVersion: 1,
  venue: "spot",
  source: "kraken",
  readAt: "2026-11-01T12:00:00.000Z",
  key: {
    name: "money",
    last4: "dyZb",
    createdAt: "2026-09-01T09:00:00.000Z",
    modifiedAt: null,
    validUntil: null,
    queryFrom: null,
    queryTo: null,
    ipAllowlist: [],
    nonceWindow: 0,
    nonceScale: "ms",
  },
  purposes: [{ id: "moneymoney", title: "MoneyMoney" }],
  permissions: [
    {
      id: "query-funds",
      label: "Query",
      level: null,
      declared: "granted",
      observed: "untested",
      needed: true,
      verdict: "ok",
      reason: "MoneyMoney needs it.",
    },
    off("add-funds", "Deposit"),
    { ...off("withdraw-funds", "Withdraw"), declared: "granted", verdict: "excess" },
    off("earn-funds", "Earn"),
    off("query-open-trades", "Query open orders & trades"),
    off("query-closed-trades", "Query closed orders & trades"),
    off("modify-trades", "Create & modify orders"),
    off("close-trades", "Cancel & close orders"),
    off("query-ledger", "Query ledger entries"),
    off("export-data", "Export data"),
    off("create-ws-token", "WebSocket interface"),
    off("add-withdraw-address", "Add withdrawal addresses"),
    off("update-withdraw-address", "Update withdrawal addresses"),
  ],
  leastPrivilege: {
    permissions: ["query-funds"],
    alternatives: [],
    certificate: [
      {
        permission: "query-funds",
        because: {
          kind: "calls",
          calls: ["/0/private/Balance"],
          source: "https://docs.kraken.com/llms-full.txt",
          seen: "2026-08",
        },
      },
    ],
  },
  findings: [
    {
      rule: "withdrawal-from-any-ip",
      subject: "ipAllowlist",
      severity: "critical",
      title: "Can withdraw from any IP address",
      why: "Whoever copies this key can move funds out from wherever they are, until you notice.",
      steps: [
        "At Kraken, go to Profile icon → Settings → Connections & API → Spot trading API.",
        "Find this key in the list and open it for editing.",
        "Switch “IP address restriction” on and enter the public address of the machine that uses this key. Separate several with commas.",
        "If a provider runs the program, its help pages name the addresses to enter.",
        "Save the key, then read it again here.",
      ],
    },
    {
      rule: "excess-permission",
      subject: "withdraw-funds",
      severity: "high",
      title: "Withdraw is ticked and not needed",
      why: WITHDRAW_UNNEEDED,
      steps: UNTICK_STEPS,
    },
    {
      rule: "unbounded-lifetime",
      subject: "validUntil",
      severity: "medium",
      title: "Works for ever",
      why: "If this key is copied and forgotten, it still works in years. A date puts an end to that.",
      steps: [
        "At Kraken, go to Profile icon → Settings → Connections & API → Spot trading API.",
        "Find this key in the list and open it for editing.",
        "Switch “Key expiration” on and choose a date within a year.",
        "Put a reminder a week earlier into your calendar: the program stops when the key does.",
        "Save the key, then read it again here.",
      ],
    },
  ],
  changes: [
    {
      id: "untick:withdraw-funds",
      kind: "untick",
      permission: "withdraw-funds",
      severity: "critical",
      title: "Untick Withdraw",
      why: WITHDRAW_UNNEEDED,
      steps: UNTICK_STEPS,
      proof: "Withdraw is no longer in Kraken's list.",
      rules: ["withdrawal-from-any-ip", "excess-permission", "unbounded-lifetime"],
    },
  ],
  summary: {
    headline: "Can withdraw from any IP address, though MoneyMoney only needs to read.",
    detail: "One thing to change: Untick Withdraw.",
  },
  leak: [
    {
      severity: "critical",
      title: "Funds can be sent away",
      text: "A thief can withdraw to any address that you have saved. By Kraken's documents, Withdraw together with Query also allows Kraken Pay transfers and payment links, which need no saved address.",
    },
    {
      severity: "low",
      title: "Your account can be read",
      text: "With Query funds, a thief learns what you own and what you did. That makes a believable message to you easy, so be wary of any that knows your figures. By Kraken's documents, Query also allows moving funds from your Spot to your own Futures wallet; nothing leaves the account that way.",
    },
    {
      severity: "info",
      title: "From anywhere",
      text: "No IP list stands in the way: a copy works wherever the thief is.",
    },
  ],
  risk: {
    score: 83,
    level: "critical",
    reasons: [
      { points: 75, text: "Can withdraw from any IP address.", rule: "withdrawal-from-any-ip" },
      { points: 4, text: "Withdraw is ticked and not needed.", rule: "excess-permission" },
      { points: 2, text: "Works for ever.", rule: "unbounded-lifetime" },
      { points: 2, text: "It holds Withdraw.", rule: "power" },
    ],
  },
  confidence: "listed",
  probes: [PROBE],
  failure: null,
}

describe("the report on a MoneyMoney key that may withdraw", () => {
  const report = buildReport({
    facts: exampleKey({ name: "money", granted: ["query-funds", "withdraw-funds"] }),
    purposes: [purposeById("moneymoney")].flatMap((purpose) => purpose ?? []),
    probes: [PROBE],
    nowMs: Date.UTC(2026, 10, 1, 12),
    last4: "dyZb",
    nonceScale: "ms",
  })

  it.each(Object.keys(GOLDEN) as (keyof Report)[])("says exactly this: %s", (field) => {
    expect(report[field]).toEqual(GOLDEN[field])
  })

  it("has no other field", () => {
    expect(Object.keys(report).sort()).toEqual(Object.keys(GOLDEN).sort())
  })
})
