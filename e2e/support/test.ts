/** The `test` of all journeys: a Keytrim for the file, and a page that fails the test on console errors and CSP reports. */
import { test as base, type Page } from "playwright/test"
import { openDashboardApi } from "./dashboard-api"
import { type Keytrim, startKeytrim } from "./keytrim"
import { assertOnlyQuestions } from "./only-questions"

export { expect } from "playwright/test"

const NOT_OURS = [/Failed to load resource/]

export const test = base.extend<{ quiet: undefined }>({
  page: async ({ page }, use) => {
    const complaints: string[] = []
    page.on("console", (message) => {
      if (message.type() !== "error" && message.type() !== "warning") return
      if (!NOT_OURS.some((pattern) => pattern.test(message.text()))) complaints.push(message.text())
    })
    page.on("pageerror", (error) => complaints.push(String(error)))
    await use(page)
    if (complaints.length > 0) throw new Error(`the browser's console complained:\n${complaints.join("\n")}`)
  },
})

/** One Keytrim for all tests of a file. Call it at the top of the file. */
export function keytrimForFile(
  environment: () => Promise<Record<string, string>> | Record<string, string> = () => ({}),
): {
  readonly current: Keytrim
} {
  let keytrim: Keytrim | null = null
  test.beforeAll(async () => {
    keytrim = await startKeytrim(await environment())
  })
  test.afterAll(async () => {
    if (!keytrim) return
    // Whatever the file's tests did: the sample account was only asked, and only what is registered.
    assertOnlyQuestions(await (await openDashboardApi(keytrim)).sampleAccount())
    await keytrim.stop()
  })
  return {
    get current() {
      if (!keytrim) throw new Error("Keytrim is started before the first test of the file")
      return keytrim
    },
  }
}

/** Opens the dashboard through a fresh single-use link, as a person does from the terminal. */
export async function openDashboard(page: Page, keytrim: Keytrim): Promise<void> {
  await page.goto(await keytrim.newLink())
  await page.getByRole("navigation").waitFor()
}

/** Says on a key's page what the key is for, through the search of the purpose dialog. */
export async function choosePurpose(page: Page, title: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Something else|^Choose|^Change what the key is for/ })
    .first()
    .click()
  const dialog = page.getByRole("dialog")
  await dialog.getByRole("searchbox").fill(title)
  await dialog.getByRole("checkbox", { name: title }).first().check()
  await dialog.getByRole("button", { name: "Save", exact: true }).click()
  await dialog.waitFor({ state: "detached" })
}

/** Opens the sample keys and goes to the page of the one with this name. */
export async function openSampleKey(page: Page, keytrim: Keytrim, name: string): Promise<void> {
  await openDashboard(page, keytrim)
  await page.goto(`${keytrim.url}/try`)
  const open = page.getByRole("button", { name: "Open the sample keys" })
  const link = page.getByRole("link", { name, exact: true })
  await open.or(link).first().waitFor()
  if (await open.isVisible()) await open.click()
  await link.click()
  await page.waitForURL(/\/keys\//)
}
