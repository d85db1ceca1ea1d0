/** Dashboard and headless audit on one key, at the same time: one data folder, one lock, nonces that only grow. */
import { addKey } from "./support/add-key"
import { audit } from "./support/headless"
import { startKeytrim } from "./support/keytrim"
import { startLoopbackSandbox } from "./support/loopback-sandbox"
import { expect, openDashboard, test } from "./support/test"

test("two Keytrim processes read one key side by side without a single refused call", async ({ page }) => {
  const kraken = await startLoopbackSandbox()
  const keytrim = await startKeytrim({ KRAKEN_API_URL: kraken.url, KEYTRIM_TIER: "pro" })
  const credentials = kraken.credentials(kraken.make({ name: "shared" }))
  await openDashboard(page, keytrim)
  await addKey(page, keytrim, credentials)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("shared")
  const environment = {
    KEYTRIM_HOME: keytrim.home,
    KEYTRIM_TIER: "pro",
    KRAKEN_API_URL: kraken.url,
    KRAKEN_API_KEY: credentials.apiKey,
    KRAKEN_API_SECRET: credentials.secret,
  }
  const headless = Promise.all([1, 2, 3].map(() => audit(["--nonce-scale", "unused", "--format", "json"], environment)))
  for (let reading = 0; reading < 3; reading++) {
    await page.getByRole("button", { name: "Read again" }).click()
    await expect(page.getByRole("button", { name: "Read again" })).toBeEnabled()
  }
  for (const run of await headless) expect(JSON.parse(run.stdout).failure).toBeNull()
  const calls = kraken.sandbox.fullJournal().filter(({ entry }) => entry.path === "/0/private/GetApiKeyInfo")
  expect(calls.length).toBeGreaterThanOrEqual(5)
  expect(calls.map(({ entry }) => entry.answer)).toEqual(calls.map(() => "ok"))
  const nonces = calls.map(({ nonce }) => BigInt(nonce ?? 0))
  expect(nonces).toEqual(nonces.toSorted((left, right) => (left < right ? -1 : 1)))
  expect(kraken.sandbox.accountUnchanged()).toBe(true)
  await keytrim.stop()
  await kraken.close()
})
