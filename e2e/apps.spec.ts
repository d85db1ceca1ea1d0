/** What to tick for which application, without any key: found, read, switched, printed and held against a key. */
import AxeBuilder from "@axe-core/playwright"
import type { Page } from "playwright/test"
import { ENTRIES, entryPage } from "@/lib/audit/entries"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { PERMISSIONS } from "@/lib/catalog/permissions"
import { apps } from "./support/headless"
import { expect, keytrimForFile, openDashboard, openSampleKey, test } from "./support/test"

const keytrim = keytrimForFile()
const OVER_ASKED = ["Withdraw", "Earn", "Query ledger entries", "Export data"]

async function openApps(page: Page, path = "/apps"): Promise<void> {
  await openDashboard(page, keytrim.current)
  await page.goto(`${keytrim.current.url}${path}`)
  await page.getByRole("heading", { level: 1 }).first().waitFor()
}

const row = (page: Page, label: string) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: label, exact: true }) })

/** What the page says of each box: the label, and whether it is to be ticked. */
async function boxesOn(page: Page): Promise<{ label: string; tick: boolean }[]> {
  return page.getByRole("row").evaluateAll((rows) =>
    rows.flatMap((element) => {
      const label = element.querySelector("th[scope=row]")?.textContent
      const tick = [...element.querySelectorAll("td")].some(({ textContent }) => textContent === "Tick")
      return label ? [{ label, tick }] : []
    }),
  )
}

test("an application is found under the names people use, and leads to its page", async ({ page }) => {
  await openApps(page)
  await page.getByRole("link", { name: "Apps", exact: true }).waitFor()
  for (const name of ["humming bot", "HUMMINGBOT", "humming-bot"]) {
    await page.getByRole("searchbox").fill(name)
    await expect(page.getByRole("listitem").filter({ hasText: "Hummingbot" })).toContainText("Leave off Withdraw")
  }
  await page.getByRole("link", { name: "Hummingbot", exact: true }).click()
  await expect(page.getByText("Hummingbot asks for 10 boxes and needs 6.")).toBeVisible()
})

test("what is not found names what looks alike and what stands in", async ({ page }) => {
  await openApps(page)
  await page.getByRole("searchbox").fill("koinyl")
  await expect(page.getByText("Nothing fits this search")).toBeVisible()
  await expect(page.getByRole("link", { name: "Koinly", exact: true })).toBeVisible()
  await expect(page.getByRole("link", { name: "A tax tool (not listed)" })).toBeVisible()
  await page.getByRole("button", { name: "Show all again" }).click()
  await expect(page.getByRole("link", { name: "rotki", exact: true })).toBeVisible()
})

test("filters say how many they leave, and leave that many", async ({ page }) => {
  await openApps(page)
  const chip = page.getByRole("button", { name: /^Asks for too much/ })
  const count = Number(/\d+/.exec((await chip.textContent()) ?? "")?.[0])
  expect(count).toBeGreaterThan(3)
  await chip.click()
  await expect(page.locator("main ul").getByRole("listitem")).toHaveCount(count)
  await page.getByLabel("Sort").selectOption({ label: "Most asked for too much first" })
  await expect(page.locator("main ul").getByRole("listitem").nth(1)).toContainText("Hummingbot")
})

test("Hummingbot's page names the four boxes that it asks for in vain", async ({ page }) => {
  await openApps(page, "/apps/hummingbot")
  await expect(page.getByText("Hummingbot asks for 10 boxes and needs 6.")).toBeVisible()
  for (const label of OVER_ASKED) await expect(row(page, label)).toContainText("Leave off")
  const boxes = await boxesOn(page)
  expect(boxes.map(({ label }) => label)).toEqual(PERMISSIONS.map(({ label }) => label))
  expect(boxes.filter(({ tick }) => tick)).toHaveLength(6)
})

test("a switch changes the list at once, and back", async ({ page }) => {
  await openApps(page, "/apps/bitcoin-dca")
  await expect(row(page, "Withdraw")).toContainText("Leave off")
  const feature = page.getByRole("checkbox", { name: /withdraw funds/ })
  await feature.check()
  await expect(row(page, "Withdraw")).toContainText("Tick")
  await expect(page.getByText(/can trade and withdraw/)).toBeVisible()
  await feature.uncheck()
  await expect(row(page, "Withdraw")).toContainText("Leave off")
})

test("every page says what the data say: boxes, source, and what to do where there are none", async ({ page }) => {
  test.setTimeout(180_000)
  await openApps(page)
  for (const entry of ENTRIES) {
    const told = entryPage(entry)
    await page.goto(`${keytrim.current.url}/apps/${told.id}`)
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(told.title)
    const main = page.getByRole("main")
    await expect(main).toContainText(told.confidence)
    if (told.source) await expect(main.locator(`a[href="${told.source.url}"]`).first()).toBeAttached()
    for (const { title } of told.standIns) await expect(main.getByRole("link", { name: title })).toBeVisible()
    if (!told.sheet) continue
    await expect(main).toContainText(told.sheet.headline)
    await expect(main).toContainText(told.sheet.detail)
    const ticked = (await boxesOn(page)).map(({ tick }) => tick)
    expect([told.id, ticked]).toEqual([told.id, PERMISSION_IDS.map((id) => told.sheet?.needs.includes(id))])
    // As it is laid out: what stands behind a click is not part of it.
    const seen = await main.evaluate((element) => (element instanceof HTMLElement ? element.innerText : ""))
    for (const word of [...PERMISSION_IDS.filter((id) => id.includes("-")), "/0/private"])
      expect(seen).not.toContain(word)
  }
})

test("what needs no key and what was discontinued say so", async ({ page }) => {
  await openApps(page)
  for (const [name, says] of [
    ["Ghostfolio", "Needs no key"],
    ["Gekko", "Discontinued"],
  ] as const) {
    await page.getByRole("searchbox").fill(name)
    await expect(page.getByRole("listitem").filter({ hasText: name })).toContainText(says)
  }
  await page.goto(`${keytrim.current.url}/apps/made-up`)
  await expect(page.getByText("Keytrim knows no such application")).toBeVisible()
})

test("a key that is here is held against the list", async ({ page }) => {
  await openSampleKey(page, keytrim.current, "koinly 2023")
  await page.getByRole("button", { name: "Read this key" }).click()
  await page.getByRole("heading", { name: "Permissions" }).waitFor()
  await page.goto(`${keytrim.current.url}/apps/koinly`)
  await page.getByRole("button", { name: "Compare my key" }).click()
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /koinly 2023/ })
    .click()
  await page.waitForURL(/\/keys\//)
  await expect(page.getByText("Can withdraw from any IP address, though Koinly only needs to read.")).toBeVisible()
})

for (const scheme of ["light", "dark"] as const) {
  test(`axe finds nothing, and nothing scrolls sideways, in ${scheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: scheme })
    await openApps(page)
    for (const path of ["/apps", "/apps/hummingbot", "/apps/bitcoin-dca", "/apps/firefly-iii", "/apps/ghostfolio"]) {
      await page.setViewportSize({ width: 390, height: 844 })
      await page.goto(`${keytrim.current.url}${path}`)
      await page.getByRole("main").getByRole("link").first().waitFor()
      await page.getByRole("heading", { level: 1 }).first().waitFor()
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      expect([path, wider]).toEqual([path, 0])
      await page.setViewportSize({ width: 1440, height: 900 })
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect([path, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([path, []])
    }
  })
}

test("every page with boxes prints on one sheet of A4, light even where the screen is dark", async ({ page }) => {
  test.setTimeout(120_000)
  await page.emulateMedia({ colorScheme: "dark" })
  await openApps(page)
  for (const entry of ENTRIES.filter(({ purpose }) => purpose !== null)) {
    await page.goto(`${keytrim.current.url}/apps/${entry.told.id}`)
    await page.getByRole("table").waitFor()
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1")
    expect([entry.told.id, pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length]).toEqual([entry.told.id, 1])
  }
  await page.emulateMedia({ media: "print", colorScheme: "dark" })
  const scheme = await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)
  expect(scheme).toBe("light")
})

test("the terminal prints the same, and suggests names for an unknown one", async () => {
  const found = await apps(["hummingbot"])
  expect([found.code, found.stderr]).toEqual([0, ""])
  expect(found.stdout).toContain("Hummingbot asks for 10 boxes and needs 6.")
  for (const label of OVER_ASKED) expect(found.stdout).toMatch(new RegExp(`Leave off +${label}`))
  const unknown = await apps(["humingbot"])
  expect([unknown.code, unknown.stdout]).toEqual([3, ""])
  expect(unknown.stderr).toContain("hummingbot")
})
