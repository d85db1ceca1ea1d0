import { SquareTerminal } from "lucide-react"
import type { SessionState } from "./session-store"

type Why = Extract<SessionState, { kind: "none" }>["why"]

const REASONS: Record<Why, string> = {
  "no-link": "This tab was not opened from Keytrim's own link.",
  "link-refused": "That link was used before or is older than two minutes.",
  ended: "This tab's session has ended.",
  unreachable: "Keytrim does not answer. Start it again if its terminal window is closed.",
}

/** The whole page of a tab without a session. */
export function NoSession({ why }: { readonly why: Why }) {
  return (
    <main className="grid min-h-dvh place-items-center p-6">
      <div className="max-w-md space-y-3">
        <SquareTerminal aria-hidden className="size-8 text-muted" />
        <h1 className="text-title font-semibold">Press Enter in Keytrim’s terminal window and open the new link</h1>
        <p className="text-lead text-muted">{REASONS[why]}</p>
      </div>
    </main>
  )
}
