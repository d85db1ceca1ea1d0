/** Every failure kind, produced at a misbehaving sandbox, in the report that scripts read. */
import { FAILURE_KINDS } from "@/lib/audit/failure-kinds"
import { reportSchema } from "@/lib/audit/report-schema"
import { FAILURE_RECIPES } from "./support/failure-recipes"
import { failHeadless } from "./support/failure-scene"
import { startLoopbackSandbox } from "./support/loopback-sandbox"
import { expect, test } from "./support/test"

test("there is a recipe for every kind", () => {
  expect(FAILURE_RECIPES.map(({ kind }) => kind).toSorted()).toEqual([...FAILURE_KINDS].toSorted())
})

for (const recipe of FAILURE_RECIPES) {
  test(`${recipe.kind}: exit 2, the kind named, nothing granted or denied, and no secret repeated`, async () => {
    const kraken = await startLoopbackSandbox()
    const before = kraken.sandbox.accountSnapshot()
    const { run, credentials } = await failHeadless(recipe, kraken)
    const report = reportSchema.parse(JSON.parse(run.stdout))
    expect(report.failure?.kind).toBe(recipe.kind)
    expect(report.failure?.message.length).toBeGreaterThan(20)
    expect(report.permissions.filter(({ declared }) => declared !== "unknown")).toEqual([])
    expect(run.code).toBe(2)
    expect(run.stdout + run.stderr).not.toContain(credentials.secret.slice(0, 12))
    expect(kraken.sandbox.accountSnapshot()).toEqual(before)
    await kraken.close()
  })
}
