import { restrictionById } from "@/lib/catalog/key-screen"
import { defineRule, fail, notApplicable, pass } from "../define-rule"
import { reviewQueryDates } from "../fixes/limits"
import { dayOf, purposeNames } from "../wording"

/** A tax or portfolio tool that sees part of the history works out wrong figures without saying so. */
export const hiddenHistory = defineRule({
  id: "hidden-history",
  concerns: "working",
  severity: "info",
  title: { pass: "Sees the whole history", fail: "Part of the history may be hidden" },
  rationale: "Gains are worked out from the first purchase on. A tool that cannot see it reckons without it.",
  source: restrictionById("queryFrom").source,
  requires: ["purposes", "queryFromMs", "queryToMs"],
  check({ purposes, queryFromMs, queryToMs }) {
    const reckoning = purposes.filter(({ category }) => category === "tax" || category === "portfolio")
    if (reckoning.length === 0) return notApplicable("nothing on this key works out gains")
    if (queryFromMs === null && queryToMs === null) return pass()
    const from = queryFromMs === null ? [] : [`before ${dayOf(queryFromMs)}`]
    const to = queryToMs === null ? [] : [`after ${dayOf(queryToMs)}`]
    const when = [...from, ...to].join(" and ")
    const why = `History ${when} may be hidden from ${purposeNames(reckoning)}. Fine if you meant it; otherwise its figures may be wrong.`
    return fail({ subject: queryFromMs === null ? "queryTo" : "queryFrom", why, fix: reviewQueryDates })
  },
  examples: [
    { says: "A key for Koinly without query dates.", key: {}, purposes: ["koinly"], expect: "pass" },
    {
      says: "A key for Koinly that sees this year only.",
      key: { queryFrom: "2026-01-01T00:00:00.000Z" },
      purposes: ["koinly"],
      expect: "fail",
    },
    {
      says: "A bot's key with query dates.",
      key: { queryFrom: "2026-01-01T00:00:00.000Z" },
      purposes: ["freqtrade"],
      expect: "not-applicable",
    },
  ],
})
