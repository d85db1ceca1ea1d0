/** Where the pictures go, and the pages on which they are looked at. */
import { mkdirSync, readdirSync, writeFileSync } from "node:fs"
import path from "node:path"
import type { Page } from "playwright/test"
import { ROOT } from "../support/keytrim"
import { DESK, LOOKS, PHONE, wear } from "./looks"

export const GALLERY = path.join(ROOT, "shots")

const STYLE = `
  :root { color-scheme: light dark; font: 14px/1.4 system-ui, sans-serif }
  body { margin: 24px }
  ul, main { display: grid; gap: 24px; padding: 0; list-style: none }
  main { grid-template-columns: repeat(auto-fill, minmax(420px, 1fr)); align-items: start }
  img { width: 100%; border: 1px solid #8888; border-radius: 4px }
  h2 { font-size: 16px; margin: 0 0 8px }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; font-size: 12px; margin: 8px 0 0 }
`

export function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;")
}

/** Writes a page of its own into the gallery and answers its path. */
export function writeSheet(file: string, title: string, main: string): string {
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

/** What stands on the screen in every look, once in greyscale, and the whole length of the page on both screens. */
export async function shoot(page: Page, name: string): Promise<void> {
  const file = (look: string) => path.join(GALLERY, `${name}.${look}.png`)
  for (const look of LOOKS) {
    await wear(page, look)
    await page.screenshot({ path: file(look.name) })
    if (look.colorScheme === "light")
      await page.screenshot({ path: file(`${look.screen.width}.whole`), fullPage: true })
  }
  await wear(page, { name: "grey", screen: DESK, colorScheme: "light" })
  await shootGrey(page, file("grey"))
}

/** One line of pictures for every state. */
export function writeIndex(): void {
  const pictures = readdirSync(GALLERY).filter((file) => file.endsWith(".png"))
  const names = [...new Set(pictures.map((file) => file.slice(0, file.indexOf("."))))].sort()
  const pictureOf = (file: string) =>
    `<a href="${file}"><img loading="lazy" src="${file}" alt="${file}" style="width:${file.includes(String(PHONE.width)) ? 195 : 480}px"></a>`
  const rows = names.map((name) => {
    const own = pictures.filter((file) => file.startsWith(`${name}.`))
    return `<section style="grid-column: 1 / -1"><h2>${escapeHtml(name)}</h2>${own.map(pictureOf).join(" ")}</section>`
  })
  writeSheet("index.html", "Every page and state", rows.join(""))
}
