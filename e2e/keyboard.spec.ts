/** The main job with the keyboard alone, and what every dialog owes to who uses one. */
import type { Locator, Page } from "playwright/test"
import { expect, keytrimForFile, openDashboard, openSampleKey, test } from "./support/test"

const keytrim = keytrimForFile()

const STOPS_MAX = 80

/** Walks with Tab until the control has the focus, as a person does, and sees that each stop on the way shows it. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let stop = 0; stop < STOPS_MAX; stop++) {
    if (await control.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press("Tab")
    expect(await focusIsVisible(page)).toBe("visible")
  }
  throw new Error(`the keyboard does not reach ${control}`)
}

/** "visible", or which control hides that it has the focus. Past its last control a page hands over to the browser. */
function focusIsVisible(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement
    if (element === null || element === document.body || element.matches("[data-base-ui-focus-guard]")) return "visible"
    const { outlineStyle, outlineWidth } = getComputedStyle(element)
    const { width, height } = element.getBoundingClientRect()
    const shown = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 1 && width > 1 && height > 1
    return shown ? "visible" : element.outerHTML.slice(0, 120)
  })
}

async function press(page: Page, control: Locator, key: "Enter" | "Space" = "Enter"): Promise<void> {
  await tabTo(page, control)
  await page.keyboard.press(key)
}

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: true })

test("from the start page to a change that is ticked off, without touching a mouse", async ({ page }) => {
  await openDashboard(page, keytrim.current)
  await press(page, page.getByRole("link", { name: "Try sample keys" }))
  await press(page, button(page, "Open the sample keys"))
  await press(page, page.getByRole("link", { name: "koinly 2023", exact: true }))
  await press(page, button(page, "Read this key"))
  await press(page, button(page, "Koinly"))

  const change = page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: "Untick Withdraw" }) })
  await press(page, change.getByRole("link", { name: /sample Kraken/ }))
  const form = page.getByRole("form", { name: "koinly 2023" })
  await press(page, form.getByRole("checkbox", { name: "Withdraw", exact: true }), "Space")
  await expect(form.getByRole("checkbox", { name: "Withdraw", exact: true })).not.toBeChecked()
  await press(page, form.getByRole("button", { name: "Save" }))
  await press(page, form.getByRole("link", { name: /read it again/ }))
  await press(page, button(page, "Read again"))

  await expect(page.getByRole("heading", { name: /Untick Withdraw \(done\)/ })).toBeVisible()
})

test("the first Tab offers to skip what stands above the content of every page", async ({ page }) => {
  await openDashboard(page, keytrim.current)
  for (const path of ["/", "/add", "/try", "/settings"]) {
    await page.goto(`${keytrim.current.url}${path}`)
    await page.getByRole("heading", { level: 1 }).waitFor()
    await page.keyboard.press("Tab")
    const skip = page.getByRole("link", { name: "Skip to the content" })
    await expect(skip).toBeFocused()
    await page.keyboard.press("Enter")
    await expect(page.getByRole("main")).toBeFocused()
  }
})

const DIALOGS = [
  { title: "What is this key for?", opener: /^Change what the key is for/ },
  { title: "The program on this key", opener: /^Change how the program counts/ },
  { title: /^Remove “/, opener: "Remove" },
] as const

test.describe("a dialog", () => {
  for (const { title, opener } of DIALOGS) {
    test(`“${title}” keeps the focus inside, closes with Escape, and gives the focus back`, async ({ page }) => {
      await openSampleKey(page, keytrim.current, "hummingbot")
      await page
        .getByRole("button", { name: "Read this key" })
        .or(page.getByRole("button", { name: "Read again" }))
        .click()
      await giveItsPurpose(page)
      await press(page, button(page, opener))
      const dialog = page.getByRole("dialog", { name: title })
      await expect(dialog).toBeVisible()
      const inside = () => dialog.evaluate((element) => element.contains(document.activeElement))
      await expect.poll(inside, { message: "the focus moves into the dialog" }).toBe(true)
      // Backwards from the first control over the edge, and forwards over it again.
      for (const key of ["Shift+Tab", "Shift+Tab", "Tab", "Tab", "Tab"]) {
        await page.keyboard.press(key)
        await expect.poll(inside, { message: `${key} does not lead out of the dialog` }).toBe(true)
        expect(await focusIsVisible(page)).toBe("visible")
      }

      await page.keyboard.press("Escape")
      await expect(dialog).toHaveCount(0)
      await expect(button(page, opener)).toBeFocused()
    })
  }
})

/** The key's page as it is once a purpose is chosen, by an earlier test or now. */
async function giveItsPurpose(page: Page): Promise<void> {
  const suggestion = button(page, "Hummingbot")
  const change = button(page, /^Change what the key is for/)
  await suggestion.or(change).waitFor()
  if (await suggestion.isVisible()) await suggestion.click()
  await change.waitFor()
}
