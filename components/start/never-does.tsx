import { Ban } from "lucide-react"

const NEVER = [
  "Change anything at Kraken. It asks what a key may do; you make the changes yourself.",
  "Send a key anywhere but to Kraken, or write a secret to disk.",
  "Call anybody else: no account, no tracking, no cloud.",
] as const

/** What Keytrim never does, in three lines. */
export function NeverDoes() {
  return (
    <ul className="space-y-1.5">
      {NEVER.map((promise) => (
        <li key={promise} className="flex gap-2">
          <Ban aria-hidden className="mt-0.5 size-4 shrink-0 text-muted" />
          <span>{promise}</span>
        </li>
      ))}
    </ul>
  )
}
