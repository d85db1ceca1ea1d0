/** What a person sees of a page at this moment: measured in the browser, so that closed disclosures and hidden parts do not count. */
import type { Page } from "playwright/test"

export interface Seen {
  /** Distinct font sizes of all visible text, in px. */
  readonly sizes: readonly string[]
  /** Texts of the filled buttons; under an open dialog only the dialog's, since the page behind it is out of reach. */
  readonly filled: readonly string[]
  /** Visible text outside of opened disclosures. */
  readonly text: string
  /** By how many px the page is wider than the screen. */
  readonly sidewaysPx: number
  /** Texts that are cut, or that leave the box they stand in. */
  readonly cut: readonly string[]
}

export function lookAt(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    const isVisible = (element: Element) => {
      // What only screen readers are told is clipped to a single pixel.
      const { width, height } = element.getBoundingClientRect()
      return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
    }
    const texts: { text: string; parent: Element }[] = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? ""
      const parent = node.parentElement
      if (text !== "" && parent && isVisible(parent)) texts.push({ text, parent })
    }
    const screen = document.querySelector('[role="dialog"]') ?? document.body
    const filled = [...screen.querySelectorAll('[data-look="filled"]')].filter(isVisible)
    const isCut = (element: Element) => {
      const { overflowX, textOverflow } = getComputedStyle(element)
      const clips = overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis"
      return clips && element.scrollWidth > element.clientWidth + 1
    }
    const leaves = (parent: Element) => parent.getBoundingClientRect().right > innerWidth + 1
    return {
      sizes: [...new Set(texts.map(({ parent }) => getComputedStyle(parent).fontSize))].sort(),
      filled: filled.map((button) => button.textContent ?? ""),
      text: texts
        .filter(({ parent }) => parent.closest("details") === null)
        .map(({ text }) => text)
        .join("\n"),
      sidewaysPx: document.documentElement.scrollWidth - document.documentElement.clientWidth,
      cut: texts.filter(({ parent }) => isCut(parent) || leaves(parent)).map(({ text }) => text),
    }
  })
}
