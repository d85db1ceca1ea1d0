import { describe, expect, it } from "vitest"
import { APPLICATIONS } from "@/lib/catalog/applications"
import type { Purpose } from "@/lib/catalog/purpose"
import { limitAdvice } from "./limit-advice"
import { tickSheet } from "./tick-sheet"
import type { LimitAdvice } from "./tick-sheet-schema"

const NO_WISHES: Purpose["wishes"] = { ipAllowlist: null, nonceWindow: null, expiry: null, twoFactor: null }

function advice(
  id: LimitAdvice["id"],
  wishes: Partial<Purpose["wishes"]>,
  needs: Parameters<typeof limitAdvice>[1],
  ipAllowlistPossible = true,
) {
  const found = limitAdvice({ wishes: { ...NO_WISHES, ...wishes }, ipAllowlistPossible }, needs)
  return found.find((limit) => limit.id === id)
}

/** Applications of which a wish endangers the person, found in their own words: whoever changes these words sees it here. */
function endangering(id: LimitAdvice["id"]): string[] {
  return APPLICATIONS.filter((application) =>
    tickSheet(application).limits.some((limit) => limit.id === id && limit.danger !== null),
  ).map((application) => application.id)
}

describe("limitAdvice", () => {
  it("warns of a key that can act and cannot have an IP list, and of no other", () => {
    expect(advice("ipAllowlist", {}, ["withdraw-funds"], false)?.danger).toContain("withdraw from anywhere")
    expect(advice("ipAllowlist", {}, ["modify-trades"], false)?.danger).toContain("trade from anywhere")
    expect(advice("ipAllowlist", {}, ["query-funds"], false)?.danger).toBeNull()
    expect(advice("ipAllowlist", {}, ["withdraw-funds"], true)?.danger).toBeNull()
  })

  it("has published addresses checked with their provider first", () => {
    expect(advice("ipAllowlist", { ipAllowlist: "Lists 192.0.2.7." }, ["modify-trades"])?.advice).toContain(
      "Check with them first",
    )
    expect(advice("ipAllowlist", { ipAllowlist: "Recommended." }, ["modify-trades"])?.advice).not.toContain(
      "Check with",
    )
  })

  it("warns of a wished nonce window only where an old call could do harm", () => {
    expect(advice("nonceWindow", { nonceWindow: "Wants 10,000." }, ["modify-trades"])?.danger).not.toBeNull()
    expect(advice("nonceWindow", { nonceWindow: "Wants 10,000." }, ["query-funds"])?.danger).toBeNull()
    expect(advice("nonceWindow", { nonceWindow: "Must be 0." }, ["modify-trades"])?.danger).toBeNull()
  })

  it("finds the windows and missing expiries that applications wish for", () => {
    expect(endangering("nonceWindow")).toEqual([
      "hummingbot",
      "telegram-kraken-bot",
      "altrady",
      "renesis-oems",
      "fireblocks",
    ])
    expect(endangering("validUntil")).toEqual(["smartrader", "profitbird", "kraken-wallet"])
  })
})
