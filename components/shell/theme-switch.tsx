"use client"

import { Moon, Sun, SunMoon } from "lucide-react"
import { chooseTheme, THEMES, type Theme, useTheme } from "./theme-choice"

const FACES: Record<Theme, { readonly icon: typeof Sun; readonly word: string }> = {
  system: { icon: SunMoon, word: "as the system" },
  light: { icon: Sun, word: "light" },
  dark: { icon: Moon, word: "dark" },
}

export function ThemeSwitch() {
  const theme = useTheme()
  const next = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? "system"
  const { icon: Icon, word } = FACES[theme]
  return (
    <button
      type="button"
      onClick={() => chooseTheme(next)}
      aria-label={`Theme: ${word}. Change to ${FACES[next].word}`}
      className="grid size-8 place-items-center rounded-md text-muted hover:bg-sunken hover:text-ink"
    >
      <Icon aria-hidden className="size-4.5" />
    </button>
  )
}
