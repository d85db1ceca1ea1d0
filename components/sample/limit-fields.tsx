import { type ComponentProps, useId } from "react"
import { Checkbox } from "@/components/ui/choices"
import { TextField } from "@/components/ui/field"
import { restrictionById } from "@/lib/catalog/key-screen"
import type { LimitName, SettingsDraft } from "./settings-draft"

interface LimitFieldsProps {
  readonly draft: SettingsDraft
  readonly problem: { readonly field: string | null; readonly message: string } | null
  readonly onChange: (draft: SettingsDraft) => void
}

/** Limits in the order of Kraken's key screen, each with the kind of field that it takes. */
const FIELDS: readonly { readonly name: LimitName; readonly field: string; readonly input: ComponentProps<"input"> }[] =
  [
    {
      name: "ipAllowlist",
      field: "Addresses",
      input: { placeholder: "192.0.2.10, 198.51.100.0/24", spellCheck: false },
    },
    { name: "validUntil", field: "Valid until", input: { type: "datetime-local" } },
    { name: "queryFrom", field: "From", input: { type: "date" } },
    { name: "queryTo", field: "Until", input: { type: "date" } },
    { name: "nonceWindow", field: "Window", input: { type: "number", min: 0, step: 1 } },
  ]

export function LimitFields({ draft, problem, onChange }: LimitFieldsProps) {
  return (
    <div className="space-y-3">
      {FIELDS.map(({ name, field, input }) => (
        <LimitField
          key={name}
          name={name}
          field={field}
          input={input}
          value={draft[name]}
          error={problem?.field === name ? problem.message : null}
          onChange={(limit) => onChange({ ...draft, [name]: limit })}
        />
      ))}
    </div>
  )
}

interface LimitFieldProps {
  readonly name: LimitName
  readonly field: string
  readonly input: ComponentProps<"input">
  readonly value: SettingsDraft[LimitName]
  readonly error: string | null
  readonly onChange: (limit: SettingsDraft[LimitName]) => void
}

function LimitField({ name, field, input, value, error, onChange }: LimitFieldProps) {
  const { label, means } = restrictionById(name)
  const id = useId()
  return (
    <fieldset aria-describedby={id} className="border-b border-line pb-3 last:border-b-0">
      <legend className="sr-only">{label}</legend>
      <Checkbox
        label={<b className="font-semibold">{label}</b>}
        checked={value.on}
        onChange={(on) => onChange({ ...value, on })}
      />
      <p id={id} className="pl-6 text-muted">
        {means}
      </p>
      {value.on && (
        <div className="mt-1.5 max-w-80 pl-6">
          <TextField
            label={field}
            autoComplete="off"
            {...input}
            value={value.text}
            error={error}
            onChange={(event) => onChange({ on: true, text: event.target.value })}
          />
        </div>
      )}
    </fieldset>
  )
}
