"use client"

import { useSyncExternalStore } from "react"

/** "system" follows the machine; the others are kept in this browser. */
export const THEMES = ["system", "light", "dark"] as const
export type Theme = (typeof THEMES)[number]

const STORED_AS = "keytrim-theme"
const listeners = new Set<() => void>()

function storedTheme(): Theme {
  const stored = localStorage.getItem(STORED_AS)
  return THEMES.find((theme) => theme === stored) ?? "system"
}

/** Puts the stored choice on the document; the stylesheet does the rest. */
export function applyTheme() {
  const theme = storedTheme()
  if (theme === "system") document.documentElement.removeAttribute("data-theme")
  else document.documentElement.dataset["theme"] = theme
}

export function chooseTheme(theme: Theme) {
  if (theme === "system") localStorage.removeItem(STORED_AS)
  else localStorage.setItem(STORED_AS, theme)
  applyTheme()
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function useTheme(): Theme {
  return useSyncExternalStore(subscribe, storedTheme, () => "system")
}
