/** Once all pictures are taken: an index of them, and one sheet with all failures. */
import { pathToFileURL } from "node:url"
import { expect, test } from "playwright/test"
import { FAILURE_KINDS } from "@/lib/audit/failure-kinds"
import { GALLERY, writeFailureSheet, writeIndex } from "./gallery"

test("the index lists every picture", () => {
  expect(writeIndex()).toBeGreaterThan(0)
})

test("one sheet shows every failure kind", async ({ page }) => {
  const { file, kinds } = writeFailureSheet()
  await page.setViewportSize({ width: 1800, height: 1200 })
  await page.goto(pathToFileURL(file).href)
  await page.screenshot({ path: `${GALLERY}/failures.png`, fullPage: true })
  expect(kinds.toSorted()).toEqual([...FAILURE_KINDS].toSorted())
})
