/** The audit without a browser: the report alone on stdout, the verdict in the exit status. */
import { reportSchema } from "@/lib/audit/report-schema"
import { audit } from "./support/headless"
import { type IndependentKraken, startIndependentKraken } from "./support/independent-kraken"
import { keyInfo } from "./support/key-info"
import { expect, test } from "./support/test"

let kraken: IndependentKraken
test.beforeEach(async () => {
  kraken = await startIndependentKraken(keyInfo("money", ["query-funds"]))
})
test.afterEach(() => kraken.close())

const credentials = () => ({
  KRAKEN_API_URL: kraken.url,
  KRAKEN_API_KEY: kraken.apiKey,
  KRAKEN_API_SECRET: kraken.secret,
})

test("a right key ends with 0, and stdout holds a report of the published schema and nothing else", async () => {
  const run = await audit(["--purpose", "moneymoney", "--nonce-scale", "ms", "--format", "json"], credentials())
  expect(run.code).toBe(0)
  const report = reportSchema.parse(JSON.parse(run.stdout))
  expect(report.key).toMatchObject({ name: "money", last4: kraken.apiKey.slice(-4), nonceScale: "ms" })
  expect(report.leastPrivilege?.permissions).toEqual(["query-funds"])
  expect(report.failure).toBeNull()
  expect(kraken.accepted).toEqual(["/0/private/GetApiKeyInfo"])
})

test("a key that can withdraw although its purpose only reads ends with 1 and names the excess", async () => {
  kraken.info = keyInfo("money", ["query-funds", "withdraw-funds"], { ipAllowlist: [] })
  const run = await audit(["--purpose", "moneymoney", "--nonce-scale", "ms", "--format", "json"], credentials())
  expect(run.code).toBe(1)
  const report = reportSchema.parse(JSON.parse(run.stdout))
  expect(report.permissions.find(({ id }) => id === "withdraw-funds")).toMatchObject({
    declared: "granted",
    needed: false,
    verdict: "excess",
  })
  expect(report.findings.map(({ rule }) => rule)).toEqual(
    expect.arrayContaining(["excess-permission", "withdrawal-from-any-ip"]),
  )
})

test("the threshold decides: the same key passes with --fail-on never", async () => {
  kraken.info = keyInfo("money", ["query-funds", "withdraw-funds"], { ipAllowlist: [] })
  const run = await audit(["--purpose", "moneymoney", "--nonce-scale", "ms", "--fail-on", "never"], credentials())
  expect(run.code).toBe(0)
  expect(run.stdout).toMatch(/Untick Withdraw/)
})

test("a word that Kraken's list holds and nobody knows is not passed over", async () => {
  kraken.info = keyInfo("money", ["query-funds", "brand-new-power"])
  const run = await audit(["--purpose", "moneymoney", "--nonce-scale", "ms"], credentials())
  expect(run.code).toBe(1)
})

test("a wrong secret ends with 2 and a named failure, in the same schema", async () => {
  const wrong = Buffer.from(kraken.secret, "base64")
  wrong[0] = (wrong[0] ?? 0) ^ 1
  const run = await audit(["--nonce-scale", "ms", "--format", "json"], {
    ...credentials(),
    KRAKEN_API_SECRET: wrong.toString("base64"),
  })
  expect(run.code).toBe(2)
  const report = reportSchema.parse(JSON.parse(run.stdout))
  expect(["wrong-secret", "otp-required"]).toContain(report.failure?.kind)
  expect(report.failure?.krakenText).toBe("EAPI:Invalid signature")
  expect(report.permissions).toEqual([])
})

for (const [what, words, extra] of [
  ["an unknown purpose", ["--purpose", "no-such-thing", "--nonce-scale", "ms"], {}],
  ["an unknown option", ["--everything"], {}],
  ["a missing key", ["--nonce-scale", "ms"], { KRAKEN_API_KEY: "" }],
] as const) {
  test(`${what} ends with 3 and one line on stderr`, async () => {
    const run = await audit(words, { ...credentials(), ...extra })
    expect(run.code).toBe(3)
    expect(run.stdout).toBe("")
    expect(run.stderr.trim().split("\n")).toHaveLength(1)
    expect(kraken.accepted).toEqual([])
  })
}

test("a malformed secret ends with 2, before anything is sent and without being repeated", async () => {
  const run = await audit(["--nonce-scale", "ms", "--format", "json"], {
    ...credentials(),
    KRAKEN_API_SECRET: "c2hvcnQgc2VjcmV0IHRleHQ=",
  })
  expect(run.code).toBe(2)
  expect(reportSchema.parse(JSON.parse(run.stdout)).failure?.kind).toBe("malformed-credential")
  expect(run.stdout + run.stderr).not.toContain("c2hvcnQg")
  expect(kraken.accepted.length + kraken.refused.length).toBe(0)
})
