/** Every failure kind on the key's page: named, with Kraken's own words where there are any, and with one thing to do next. */
import { failureTitle } from "@/lib/audit/failures"
import { addKey, fillKey } from "./support/add-key"
import { FAILURE_RECIPES, type FailureRecipe } from "./support/failure-recipes"
import { startKeytrim } from "./support/keytrim"
import { startLoopbackSandbox } from "./support/loopback-sandbox"
import { expect, openDashboard, test } from "./support/test"

const onPage = FAILURE_RECIPES.filter(({ kind }) => kind !== "malformed-credential")

async function scene(recipe: FailureRecipe) {
  const kraken = await startLoopbackSandbox()
  const keytrim = await startKeytrim({ KRAKEN_API_URL: kraken.url, KEYTRIM_TIER: "pro" })
  return {
    kraken,
    keytrim,
    credentials: recipe.prepare(kraken),
    end: async () => {
      await keytrim.stop()
      await kraken.close()
    },
  }
}

for (const recipe of onPage) {
  test(`${recipe.kind}: the page names it and offers a next step`, async ({ page }) => {
    const { kraken, keytrim, credentials, end } = await scene(recipe)
    await openDashboard(page, keytrim)
    await addKey(page, keytrim, credentials)
    if (recipe.between) {
      await page
        .getByText(/^Read \d|Tried/)
        .first()
        .waitFor()
      recipe.between(kraken)
      await page
        .getByRole("button", { name: /^Read again|^Read anyway/ })
        .first()
        .waitFor()
      const again = page.getByRole("button", { name: "Read again" }).first()
      // After a lockout the button waits with the person; the server's own pause is what answers a second start.
      if (await again.isEnabled().catch(() => false)) await again.click()
      else await startRun(page)
    }
    const alert = page.getByRole("alert").filter({ hasText: failureTitle(recipe.kind) })
    await expect(alert).toBeVisible({ timeout: 25_000 })
    await expect(alert).not.toContainText(credentials.secret.slice(0, 12))
    // Whatever failed, no permission is shown as granted or denied by it.
    if (!recipe.between) await expect(page.getByRole("row")).toHaveCount(0)
    if (recipe.kind !== "incident") await expect(page.getByText(/changed nothing/)).toBeVisible()
    await end()
  })
}

/** Starts a reading past the page's own button, as a page left open in another tab could. */
async function startRun(page: import("playwright/test").Page): Promise<void> {
  const keyId = new URL(page.url()).pathname.split("/").at(-1)
  await page.evaluate(async (id) => {
    const token = Object.values(sessionStorage).find((text) => text.length > 30) ?? ""
    const headers = { "content-type": "application/json", "x-keytrim-session": token.replaceAll('"', "") }
    await fetch(`/api/keys/${id}/runs`, { method: "POST", headers, body: "{}" })
  }, keyId)
}

test("malformed-credential: said beside the field, before anything is sent, and not repeated", async ({ page }) => {
  const recipe = FAILURE_RECIPES.find(({ kind }) => kind === "malformed-credential")
  if (!recipe) throw new Error("no recipe")
  const { kraken, keytrim, credentials, end } = await scene(recipe)
  await openDashboard(page, keytrim)
  await fillKey(page, keytrim, credentials)
  await page.getByRole("button", { name: "Add and read the key" }).click()
  await expect(page.getByText(/a private key has 88, so a part seems to be missing/).first()).toBeVisible()
  expect(await page.locator("main").innerText()).not.toContain(credentials.secret.slice(0, 8))
  expect(kraken.sandbox.journal()).toEqual([])
  await end()
})
