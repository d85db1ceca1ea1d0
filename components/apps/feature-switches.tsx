"use client"

import { Checkbox } from "@/components/ui/choices"
import { Panel } from "@/components/ui/panel"
import type { TickSheet } from "@/lib/audit/tick-sheet-schema"
import { boxNames, listOf } from "@/lib/audit/wording"

interface FeatureSwitchesProps {
  readonly sheet: TickSheet
  readonly on: readonly string[]
  readonly onToggle: (feature: string) => void
}

/** What a person may leave unused: each switch changes the list at once. */
export function FeatureSwitches({ sheet: { features, freeFeatures }, on, onToggle }: FeatureSwitchesProps) {
  if (features.length === 0 && freeFeatures.length === 0) return null
  return (
    <Panel title="Only if you use it">
      {features.map(({ id, title, note, adds }) => (
        <Checkbox
          key={id}
          label={title}
          help={
            <>
              {note !== null && `${note} `}
              {boxNames(adds) !== title && `Needs ${boxNames(adds)} too.`}
            </>
          }
          checked={on.includes(id)}
          onChange={() => onToggle(id)}
        />
      ))}
      {freeFeatures.length > 0 && <p className="text-muted">Needs no further box: {listOf(freeFeatures)}.</p>}
    </Panel>
  )
}
