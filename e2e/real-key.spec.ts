/** A key through the form, against a server on this machine that checks signatures and shares no code with the sandbox. */
import { type IndependentKraken, startIndependentKraken } from "./support/independent-kraken"
import { keyInfo } from "./support/key-info"
import { choosePurpose, expect, keytrimForFile, openDashboard, test } from "./support/test"

let kraken: IndependentKraken
const keytrim = keytrimForFile(async () => {
  kraken = await startIndependentKraken(keyInfo("money", ["query-funds", "withdraw-funds"], { ipAllowlist: [] }))
  return { KRAKEN_API_URL: kraken.url }
})
test.afterAll(() => kraken.close())

test("a pasted key is signed for, accepted, judged, trimmed and proved, on the same page as a sample key", async ({
  page,
}) => {
  await openDashboard(page, keytrim.current)
  await expect(page.getByText(/not Kraken|this machine/).first()).toBeVisible()
  await page.goto(`${keytrim.current.url}/add`)
  await page
    .getByLabel("Paste your key")
    .fill(`KRAKEN_API_KEY="${kraken.apiKey}"\nKRAKEN_API_SECRET='${kraken.secret}'\n`)
  await page.getByRole("radio", { name: /^Milliseconds/ }).check()
  await page.getByRole("button", { name: "Add and read the key" }).click()

  await page.waitForURL(/\/keys\//)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("money")
  expect(kraken.accepted).toEqual(["/0/private/GetApiKeyInfo"])
  expect(kraken.refused).toEqual([])
  await choosePurpose(page, "MoneyMoney")
  await expect(page.getByRole("heading", { name: "Untick Withdraw" })).toBeVisible()

  kraken.info = keyInfo("money", ["query-funds"], { modifiedTime: String(Math.floor(Date.now() / 1000)) })
  await page.getByRole("button", { name: "Read again" }).click()
  await expect(page.getByRole("heading", { name: /Untick Withdraw \(done\)/ })).toBeVisible()
  expect(kraken.refused).toEqual([])
})

test("one flipped bit of the secret is refused by that server, and the page says what to do", async ({ page }) => {
  const wrong = Buffer.from(kraken.secret, "base64")
  wrong[7] = (wrong[7] ?? 0) ^ 4
  await openDashboard(page, keytrim.current)
  await page.goto(`${keytrim.current.url}/add`)
  await page.getByLabel("API key", { exact: true }).fill(kraken.apiKey)
  await page.getByLabel("Private key", { exact: true }).fill(wrong.toString("base64"))
  await page.getByRole("radio", { name: /^Milliseconds/ }).check()
  await page.getByRole("button", { name: "Add and read the key" }).click()
  await page.waitForURL(/\/keys\//)
  await expect(page.getByText("EAPI:Invalid signature").first()).toBeVisible()
  expect(kraken.refused).toContain("EAPI:Invalid signature")
})
