"use client"

import { type ReactNode, useId } from "react"
import { classNames } from "./class-names"

export interface Choice<Value extends string> {
  readonly value: Value
  readonly label: string
  readonly help?: string
}

interface ChoicesProps<Value extends string> {
  readonly legend: string
  readonly help?: ReactNode
  readonly choices: readonly Choice<Value>[]
  readonly value: Value | null
  readonly onChange: (value: Value) => void
  readonly columns?: 1 | 2 | 3
}

/** One answer out of several, all in sight: native radio buttons. */
export function Choices<Value extends string>(props: ChoicesProps<Value>) {
  const { legend, help, choices, value, onChange, columns = 1 } = props
  const name = useId()
  return (
    <fieldset className="space-y-2">
      <legend className="font-medium">{legend}</legend>
      {help !== undefined && <div className="text-muted">{help}</div>}
      <div className={classNames("grid gap-1.5", columns === 2 && "sm:grid-cols-2", columns === 3 && "sm:grid-cols-3")}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex gap-2 rounded-md border border-line px-2.5 py-1.5 hover:bg-sunken has-checked:border-accent has-checked:bg-accent-soft"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              checked={value === choice.value}
              onChange={() => onChange(choice.value)}
              className="mt-0.5 size-4 shrink-0"
            />
            <span className="min-w-0">
              <span className="block font-medium">{choice.label}</span>
              {choice.help !== undefined && <span className="block text-muted">{choice.help}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}

interface CheckboxProps {
  readonly label: ReactNode
  readonly help?: ReactNode
  readonly checked: boolean
  readonly disabled?: boolean
  readonly onChange: (checked: boolean) => void
}

export function Checkbox({ label, help, checked, disabled = false, onChange }: CheckboxProps) {
  const helpId = useId()
  return (
    <label className="flex gap-2 py-1">
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        aria-describedby={help === undefined ? undefined : helpId}
        onChange={(event) => onChange(event.target.checked)}
        className="mt-0.5 size-4 shrink-0"
      />
      <span className="min-w-0">
        <span className="block">{label}</span>
        {help !== undefined && (
          <span id={helpId} className="block text-muted">
            {help}
          </span>
        )}
      </span>
    </label>
  )
}
