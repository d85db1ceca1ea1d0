/** Every failure kind on the key's page: named, with Kraken's own words where there are any, and with one thing to do next. */
import { failureTitle } from "@/lib/audit/failures"
import { fillKey } from "./support/add-key"
import { FAILURE_RECIPES } from "./support/failure-recipes"
import { failOnPage, failureScene } from "./support/failure-scene"
import { expect, openDashboard, test } from "./support/test"

const onPage = FAILURE_RECIPES.filter(({ kind }) => kind !== "malformed-credential")

for (const recipe of onPage) {
  test(`${recipe.kind}: the page names it and offers a next step`, async ({ page }) => {
    const scene = await failureScene(recipe)
    await failOnPage(page, recipe, scene)
    const alert = page.getByRole("alert").filter({ hasText: failureTitle(recipe.kind) })
    await expect(alert).toBeVisible({ timeout: 25_000 })
    await expect(alert).not.toContainText(scene.credentials.secret.slice(0, 12))
    // Whatever failed, no permission is shown as granted or denied by it.
    if (!recipe.between) await expect(page.getByRole("row")).toHaveCount(0)
    if (recipe.kind !== "incident") await expect(page.getByText(/changed nothing/)).toBeVisible()
    await scene.end()
  })
}

test("malformed-credential: said beside the field, before anything is sent, and not repeated", async ({ page }) => {
  const recipe = FAILURE_RECIPES.find(({ kind }) => kind === "malformed-credential")
  if (!recipe) throw new Error("no recipe")
  const { kraken, keytrim, credentials, end } = await failureScene(recipe)
  await openDashboard(page, keytrim)
  await fillKey(page, keytrim, credentials)
  await page.getByRole("button", { name: "Add and read the key" }).click()
  await expect(page.getByText(/a private key has 88, so a part seems to be missing/).first()).toBeVisible()
  expect(await page.locator("main").innerText()).not.toContain(credentials.secret.slice(0, 8))
  expect(kraken.sandbox.journal()).toEqual([])
  await end()
})
