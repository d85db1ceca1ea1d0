"use client"

import { chooseTheme, useTheme } from "@/components/shell/theme-choice"
import { Choices } from "@/components/ui/choices"
import { Panel } from "@/components/ui/panel"

const CHOICES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
] as const

export function ThemePanel() {
  const theme = useTheme()
  return (
    <Panel title="Appearance">
      <Choices legend="Theme" choices={CHOICES} value={theme} onChange={chooseTheme} columns={3} />
    </Panel>
  )
}
