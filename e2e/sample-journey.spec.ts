/** The main job, lived through with a sample key: what may it do, what should it, change it, and see Kraken confirm it. */
import { expect, keytrimForFile, openDashboard, openSampleKey, test } from "./support/test"

const keytrim = keytrimForFile()

test("a sample key is read, its excess named with a reason, unticked in the sample settings, read again and ticked off", async ({
  page,
}) => {
  await openSampleKey(page, keytrim.current, "koinly 2023")
  await page.getByRole("button", { name: "Read this key" }).click()

  await expect(page.getByRole("heading", { level: 1 })).toContainText("koinly 2023")
  await page.getByRole("button", { name: "Koinly", exact: true }).click()
  await expect(page.getByText("Can withdraw from any IP address, though Koinly only needs to read.")).toBeVisible()
  const row = page.getByRole("row").filter({ hasText: "Withdraw" }).first()
  await expect(row).toContainText("Untick")
  await expect(row).toContainText(/Koinly/)

  const change = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Untick Withdraw" }) })
  await expect(change).toBeVisible()
  await change.getByRole("link", { name: /sample Kraken/ }).click()

  const form = page.getByRole("form", { name: "koinly 2023" })
  await form.getByRole("checkbox", { name: "Withdraw", exact: true }).uncheck()
  await form.getByRole("button", { name: "Save" }).click()
  await form.getByRole("link", { name: /read it again/ }).click()

  // Saving alone proves nothing: the change stays open until Kraken was asked.
  await expect(page.getByText("Can withdraw from any IP address, though Koinly only needs to read.")).toBeVisible()
  await page.getByRole("button", { name: "Read again" }).click()
  const done = page
    .getByRole("listitem")
    .filter({ has: page.getByRole("heading", { name: /Untick Withdraw \(done\)/ }) })
  await expect(done).toContainText("Kraken no longer lists Withdraw")
  await expect(page.getByText(/Can withdraw/)).toHaveCount(0)
  await expect(page.getByText(/Sent to sample Kraken: \d calls, changed nothing/)).toBeVisible()
})

test("the journal of the sample account shows registered calls only, and the account is unchanged", async ({
  page,
}) => {
  await openDashboard(page, keytrim.current)
  await page.goto(`${keytrim.current.url}/try/kraken`)
  await expect(page.getByText(/GetApiKeyInfo/).first()).toBeVisible()
  await expect(page.getByText(/account.*unchanged/i).first()).toBeVisible()
})
