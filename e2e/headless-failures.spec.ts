/** Every failure kind, produced at a misbehaving sandbox, in the report that scripts read. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { FAILURE_KINDS } from "@/lib/audit/failure-kinds"
import { reportSchema } from "@/lib/audit/report-schema"
import { FAILURE_RECIPES } from "./support/failure-recipes"
import { audit } from "./support/headless"
import { startLoopbackSandbox } from "./support/loopback-sandbox"
import { expect, test } from "./support/test"

test("there is a recipe for every kind", () => {
  expect(FAILURE_RECIPES.map(({ kind }) => kind).toSorted()).toEqual([...FAILURE_KINDS].toSorted())
})

for (const recipe of FAILURE_RECIPES) {
  test(`${recipe.kind}: exit 2, the kind named, nothing granted or denied, and no secret repeated`, async () => {
    const kraken = await startLoopbackSandbox()
    const home = mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
    const { apiKey, secret, otp } = recipe.prepare(kraken)
    const before = kraken.sandbox.accountSnapshot()
    const environment = {
      KEYTRIM_HOME: home,
      KRAKEN_API_URL: kraken.url,
      KRAKEN_API_KEY: apiKey,
      KRAKEN_API_SECRET: secret,
      ...(otp ? { KRAKEN_API_OTP: otp } : {}),
    }
    const words = ["--nonce-scale", "unused", "--format", "json"]
    if (recipe.between) {
      await audit(words, environment)
      recipe.between(kraken)
    }
    const run = await audit(words, environment)
    const report = reportSchema.parse(JSON.parse(run.stdout))
    expect(report.failure?.kind).toBe(recipe.kind)
    expect(report.failure?.message.length).toBeGreaterThan(20)
    expect(report.permissions.filter(({ declared }) => declared !== "unknown")).toEqual([])
    expect(run.code).toBe(2)
    expect(run.stdout + run.stderr).not.toContain(secret.slice(0, 12))
    expect(kraken.sandbox.accountSnapshot()).toEqual(before)
    await kraken.close()
    rmSync(home, { recursive: true, force: true })
  })
}
