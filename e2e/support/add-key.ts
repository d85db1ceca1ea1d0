import type { Page } from "playwright/test"
import type { Keytrim } from "./keytrim"
import type { Credentials } from "./loopback-sandbox"

/** Fills the form as a person would; "Nothing uses it" unless another answer is named. */
export async function fillKey(
  page: Page,
  keytrim: Keytrim,
  credentials: Credentials,
  scale = /^Nothing uses it/,
): Promise<void> {
  await page.goto(`${keytrim.url}/add`)
  await page.getByLabel("API key", { exact: true }).fill(credentials.apiKey)
  await page.getByLabel("Private key", { exact: true }).fill(credentials.secret)
  if (credentials.otp !== null) {
    await page.getByRole("radio", { name: /^Yes, a fixed password/ }).check()
    await page.getByLabel("The key’s two-factor password").fill(credentials.otp)
  }
  await page.getByRole("radio", { name: scale }).check()
}

/** Adds the key, which starts its first reading, and waits for its page. */
export async function addKey(page: Page, keytrim: Keytrim, credentials: Credentials, scale?: RegExp): Promise<void> {
  await fillKey(page, keytrim, credentials, scale)
  await page.getByRole("button", { name: "Add and read the key" }).click()
  await page.waitForURL(/\/keys\//)
}
