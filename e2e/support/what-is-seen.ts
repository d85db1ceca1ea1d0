/** What a person sees of a page at this moment: measured in the browser, so that closed disclosures and hidden parts do not count. */
import type { Page } from "playwright/test"

export interface Seen {
  /** Distinct font sizes of all visible text, in px. */
  readonly sizes: readonly string[]
  /** Texts of the filled buttons. */
  readonly filled: readonly string[]
  /** Visible text outside of opened disclosures. */
  readonly text: string
  /** By how many px the page is wider than the screen. */
  readonly sidewaysPx: number
  /** Texts that are cut, or that leave the screen. */
  readonly cut: readonly string[]
  /** Pairs of texts that lie over each other. */
  readonly overlapping: readonly string[]
  /** Paragraphs above the fold with more than two lines. */
  readonly long: readonly string[]
}

interface SeenText {
  readonly text: string
  readonly node: Node
  readonly parent: Element
}

/** Looks at an open dialog alone, since the page behind it is out of reach; else at the whole page, from its top. */
export async function lookAt(page: Page): Promise<Seen> {
  const sight = await page.evaluateHandle(openEyes)
  const [sizes, filled, text, sidewaysPx] = await Promise.all([
    sight.evaluate(sizesOf),
    sight.evaluate(filledIn),
    sight.evaluate(textOutsideDisclosures),
    page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
  ])
  const [cut, overlapping, long] = await Promise.all([
    sight.evaluate(cutTexts),
    sight.evaluate(overlappingTexts),
    sight.evaluate(longParagraphs),
  ])
  await sight.dispose()
  return { sizes, filled, text, sidewaysPx, cut, overlapping, long }
}

// Everything below runs in the page, each function by itself: it can use what it is given and nothing else of this file.

type Sight = ReturnType<typeof openEyes>

function openEyes() {
  scrollTo(0, 0)
  const screen = document.querySelector('[role="dialog"]') ?? document.body
  const isVisible = (element: Element) => {
    // What only screen readers are told is clipped to a single pixel.
    const { width, height } = element.getBoundingClientRect()
    return width > 1 && height > 1 && element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
  }
  const texts: SeenText[] = []
  const walker = document.createTreeWalker(screen, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent?.trim() ?? ""
    const parent = node.parentElement
    if (text !== "" && parent && isVisible(parent)) texts.push({ text, node, parent })
  }
  return { screen, texts, isVisible }
}

function sizesOf({ texts }: Sight): string[] {
  return [...new Set(texts.map(({ parent }) => getComputedStyle(parent).fontSize))].sort()
}

function filledIn({ screen, isVisible }: Sight): string[] {
  return [...screen.querySelectorAll('[data-look="filled"]')].filter(isVisible).map(({ textContent }) => textContent)
}

function textOutsideDisclosures({ texts }: Sight): string {
  const outside = texts.filter(({ parent }) => parent.closest("details") === null)
  return outside.map(({ text }) => text).join("\n")
}

function cutTexts({ texts }: Sight): string[] {
  const isCut = (element: Element) => {
    const { overflowX, textOverflow } = getComputedStyle(element)
    const clips = overflowX === "hidden" || overflowX === "clip" || textOverflow === "ellipsis"
    return clips && element.scrollWidth > element.clientWidth + 1
  }
  const leaves = (element: Element) => element.getBoundingClientRect().right > innerWidth + 1
  return texts.filter(({ parent }) => isCut(parent) || leaves(parent)).map(({ text }) => text)
}

function overlappingTexts({ screen, texts }: Sight): string[] {
  /** What a scrolled part of a dialog hides lies under its edge, and over nothing that is seen. */
  const isScrolledAway = (parent: Element, { top, bottom }: DOMRect) => {
    for (let at: Element | null = parent; at !== null && screen.contains(at); at = at.parentElement) {
      const edge = at.getBoundingClientRect()
      if (getComputedStyle(at).overflowY === "auto" && (bottom > edge.bottom || top < edge.top)) return true
    }
    return false
  }
  const lines = texts.flatMap(({ text, node, parent }) => {
    const range = document.createRange()
    range.selectNodeContents(node)
    const boxes = [...range.getClientRects()].filter((box) => !isScrolledAway(parent, box))
    return boxes.map((box) => ({ text, node, box }))
  })
  const meet = (one: DOMRect, other: DOMRect) =>
    Math.min(one.right, other.right) - Math.max(one.left, other.left) > 2 &&
    Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > 4
  return lines.flatMap((one, at) =>
    lines
      .slice(at + 1)
      .filter((other) => other.node !== one.node && meet(one.box, other.box))
      .map((other) => `${one.text} / ${other.text}`),
  )
}

function longParagraphs({ screen, isVisible }: Sight): string[] {
  const isLong = (paragraph: Element) => {
    const { top, height } = paragraph.getBoundingClientRect()
    const { lineHeight, paddingTop, paddingBottom } = getComputedStyle(paragraph)
    const padding = Number.parseFloat(paddingTop) + Number.parseFloat(paddingBottom)
    return top < innerHeight && height - padding > 2.5 * Number.parseFloat(lineHeight)
  }
  const paragraphs = [...screen.querySelectorAll("p")].filter((paragraph) => isVisible(paragraph) && isLong(paragraph))
  return paragraphs.map(({ textContent }) => textContent)
}
