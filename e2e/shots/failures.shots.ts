/** Pictures of every failure kind, each with what the headless audit says of it. */
import type { Page } from "playwright/test"
import { failureTitle } from "@/lib/audit/failures"
import { reportSchema } from "@/lib/audit/report-schema"
import { fillKey } from "../support/add-key"
import { FAILURE_RECIPES, type FailureRecipe } from "../support/failure-recipes"
import { type FailureScene, failHeadless, failOnPage, failureScene } from "../support/failure-scene"
import { startLoopbackSandbox } from "../support/loopback-sandbox"
import { openDashboard, test } from "../support/test"
import { noteFailure, shoot } from "./gallery"

/** A broken credential is stopped in the form; everything else shows on the key's page. */
async function fail(page: Page, recipe: FailureRecipe, scene: FailureScene): Promise<void> {
  if (recipe.kind !== "malformed-credential") {
    await failOnPage(page, recipe, scene)
    await page.getByText(failureTitle(recipe.kind)).first().waitFor({ timeout: 25_000 })
    return
  }
  await openDashboard(page, scene.keytrim)
  await fillKey(page, scene.keytrim, scene.credentials)
  await page.getByRole("button", { name: "Add and read the key" }).click()
  await page.getByRole("alert").first().waitFor()
}

for (const recipe of FAILURE_RECIPES) {
  test(`failure-${recipe.kind}`, async ({ page }) => {
    const scene = await failureScene(recipe)
    await fail(page, recipe, scene)
    await shoot(page, `failure-${recipe.kind}`)
    await scene.end()

    const kraken = await startLoopbackSandbox()
    const { run } = await failHeadless(recipe, kraken)
    noteFailure(recipe.kind, reportSchema.parse(JSON.parse(run.stdout)).failure)
    await kraken.close()
  })
}
