"use client"

import { type ComponentProps, type ReactNode, useId } from "react"
import { classNames } from "./class-names"

const INPUT =
  "block w-full rounded-md border bg-surface px-2.5 py-1.5 text-lead text-ink placeholder:text-muted disabled:opacity-55"

interface FieldProps {
  readonly label: string
  /** What to enter, in one sentence; stays in sight. */
  readonly help?: ReactNode
  /** What is wrong with the entry and how to mend it; null while nothing is. */
  readonly error?: string | null
}

interface FieldShellProps extends FieldProps {
  readonly id: string
  readonly children: ReactNode
}

function describedBy(id: string, { help, error }: FieldProps): string | undefined {
  const names = [help !== undefined && `${id}-help`, error != null && `${id}-error`].filter(Boolean)
  return names.length > 0 ? names.join(" ") : undefined
}

function FieldShell({ id, label, help, error, children }: FieldShellProps) {
  return (
    <div className="space-y-1">
      <label htmlFor={id} className="block font-medium">
        {label}
      </label>
      {help !== undefined && (
        <div id={`${id}-help`} className="text-muted">
          {help}
        </div>
      )}
      {children}
      {error != null && (
        <p id={`${id}-error`} role="alert" className="font-medium text-danger">
          {error}
        </p>
      )}
    </div>
  )
}

const frame = (error: string | null | undefined) => classNames(INPUT, error != null ? "border-danger" : "border-edge")

export interface TextFieldProps extends FieldProps, Omit<ComponentProps<"input">, "className" | "id"> {
  /** For words that are compared letter by letter: keys, addresses, codes. */
  readonly mono?: boolean
}

export function TextField({ label, help, error, mono = false, ...input }: TextFieldProps) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} help={help} error={error ?? null}>
      <input
        id={id}
        type="text"
        aria-describedby={describedBy(id, { label, help, error: error ?? null })}
        aria-invalid={error != null}
        className={classNames(frame(error), mono && "font-mono")}
        {...input}
      />
    </FieldShell>
  )
}

/** What no assistant of the browser may keep, translate, spell-check or fill in. */
const KEPT_TO_ITSELF = {
  autoComplete: "off",
  autoCapitalize: "off",
  autoCorrect: "off",
  spellCheck: false,
  translate: "no",
  "data-1p-ignore": "",
  "data-lpignore": "true",
  "data-bwignore": "true",
} as const

export interface SecretFieldProps extends Omit<TextFieldProps, "mono" | "type"> {
  /** false where the text is shown and only kept from the browser's assistants. */
  readonly masked?: boolean
}

/** A masked field. It is a text field to the browser, since password fields offer to be saved. */
export function SecretField({ label, help, error, masked = true, ...input }: SecretFieldProps) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} help={help} error={error ?? null}>
      <input
        id={id}
        type="text"
        aria-describedby={describedBy(id, { label, help, error: error ?? null })}
        aria-invalid={error != null}
        className={classNames(frame(error), "font-mono", masked && "[-webkit-text-security:disc]")}
        {...KEPT_TO_ITSELF}
        {...input}
      />
    </FieldShell>
  )
}

export interface TextAreaFieldProps extends FieldProps, Omit<ComponentProps<"textarea">, "className" | "id"> {
  /** Shown as dots, and kept from spell checkers, translators and password managers. */
  readonly secret?: boolean
}

export function TextAreaField({ label, help, error, secret = false, ...area }: TextAreaFieldProps) {
  const id = useId()
  return (
    <FieldShell id={id} label={label} help={help} error={error ?? null}>
      <textarea
        id={id}
        aria-describedby={describedBy(id, { label, help, error: error ?? null })}
        aria-invalid={error != null}
        className={classNames(frame(error), "font-mono", secret && "[-webkit-text-security:disc]")}
        {...(secret ? KEPT_TO_ITSELF : {})}
        {...area}
      />
    </FieldShell>
  )
}
