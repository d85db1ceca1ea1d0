/** In what a page is looked at: two screens, light and dark. */
import type { Page } from "playwright/test"

export const DESK = { width: 1440, height: 900 } as const
export const PHONE = { width: 390, height: 844 } as const

export interface Look {
  readonly name: string
  readonly screen: { readonly width: number; readonly height: number }
  readonly colorScheme: "light" | "dark"
}

export const LOOKS: readonly Look[] = [DESK, PHONE].flatMap((screen) =>
  (["light", "dark"] as const).map((colorScheme) => ({
    name: `${screen.width}x${screen.height}.${colorScheme}`,
    screen,
    colorScheme,
  })),
)

export async function wear(page: Page, { screen, colorScheme }: Look): Promise<void> {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" })
  await page.setViewportSize(screen)
}
