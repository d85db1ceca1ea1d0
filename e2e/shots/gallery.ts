/** Where the pictures go, and the pages on which they are looked at. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright/test"
import { ROOT } from "../support/keytrim"
import { DESK, LOOKS, PHONE, wear } from "./looks"

export const GALLERY = path.join(ROOT, "shots")

const STYLE = `
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
  body { margin: 24px }
  main { display: grid; gap: 24px }
  main { grid-template-columns: repeat(auto-fill, minmax(720px, 1fr)); align-items: start }
  section > img { width: 100%; aspect-ratio: 24 / 11; object-fit: cover; object-position: top }
  .line { grid-column: 1 / -1 }
  .desk { width: 480px }
  .phone { width: 195px }
  img { vertical-align: top; border: 1px solid #8888; border-radius: 4px }
  h2 { font-size: 16px; margin: 0 0 8px }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px; margin: 8px 0 0 }
`

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}

/** Writes a page of its own into the gallery and answers its path. */
function writeSheet(file: string, title: string, main: string): string {
  const place = path.join(GALLERY, file)
  mkdirSync(GALLERY, { recursive: true })
  writeFileSync(
    place,
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><style>${STYLE}</style><h1>${title}</h1><main>${main}</main></html>`,
  )
  return place
}

/** In greyscale, as on a printed page: what is told by colour alone is lost there. */
async function shootGrey(page: Page, file: string): Promise<void> {
  const devtools = await page.context().newCDPSession(page)
  await devtools.send("Emulation.setEmulatedVisionDeficiency", { type: "achromatopsia" })
  await page.screenshot({ path: file })
  await devtools.send("Emulation.setEmulatedVisionDeficiency", { type: "none" })
  await devtools.detach()
}

/** Pictures are passed on, so even a made-up key gives way to a word. Only what is shown changes; the page notices nothing. */
async function hideKey(page: Page): Promise<void> {
  await page.getByLabel("API key", { exact: true }).evaluateAll((fields) => {
    for (const field of fields)
      if (field instanceof HTMLInputElement && field.value !== "") field.value = "a made-up API key"
  })
}

/** What stands on the screen in every look, once in greyscale, and the whole length of the page on both screens. */
export async function shoot(page: Page, name: string): Promise<void> {
  const file = (look: string) => path.join(GALLERY, `${name}.${look}.png`)
  await hideKey(page)
  for (const look of LOOKS) {
    await wear(page, look)
    await page.screenshot({ path: file(look.name) })
    if (look.colorScheme === "light")
      await page.screenshot({ path: file(`${look.screen.width}.whole`), fullPage: true })
  }
  await wear(page, { name: "grey", screen: DESK, colorScheme: "light" })
  await shootGrey(page, file("grey"))
}

/** Keeps what the headless audit said of a failure, for the sheet. */
export function noteFailure(kind: string, failure: unknown): void {
  mkdirSync(GALLERY, { recursive: true })
  writeFileSync(path.join(GALLERY, `failure-${kind}.json`), `${JSON.stringify(failure, null, 2)}\n`)
}

/** One sheet of all failures: how each looks on its page, and how the headless audit puts it. */
export function writeFailureSheet(): { readonly file: string; readonly kinds: readonly string[] } {
  const notes = readdirSync(GALLERY).filter((file) => /^failure-.*\.json$/.test(file))
  const kinds = notes.map((file) => file.slice("failure-".length, -".json".length))
  const cells = kinds.map((kind) => {
    const json = readFileSync(path.join(GALLERY, `failure-${kind}.json`), "utf8")
    const picture = `failure-${kind}.${DESK.width}x${DESK.height}.light.png`
    return `<section><h2>${kind}</h2><img src="${picture}" alt=""><pre>${escapeHtml(json)}</pre></section>`
  })
  return { file: writeSheet("failures.html", "Every failure kind", cells.join("")), kinds }
}

/** One line of pictures for every state; answers how many pictures there are. */
export function writeIndex(): number {
  const pictures = readdirSync(GALLERY).filter((file) => file.endsWith(".png"))
  const states = [...new Set(pictures.map((file) => file.slice(0, file.indexOf("."))))].sort()
  const rows = states.map((state) => {
    const own = pictures.filter((file) => file.startsWith(`${state}.`)).map(pictureOf)
    return `<section class="line"><h2>${escapeHtml(state)}</h2>${own.join(" ")}</section>`
  })
  writeSheet("index.html", "Every page and state", rows.join(""))
  return pictures.length
}

function pictureOf(file: string): string {
  const size = file.includes(`.${PHONE.width}`) ? "phone" : "desk"
  return `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}" class="${size}"></a>`
}
