import { Disclosure } from "@/components/ui/disclosure"
import type { KeyView } from "@/lib/protocol/key-view"
import { destinationName } from "./key-destination"
import { Transcript } from "./transcript"

/** The quiet line at the end of every key page: what was sent, and that it changed nothing. */
export function SentFooter({ view }: { readonly view: KeyView }) {
  const calls = view.transcript.length
  // After an incident that is exactly what nobody can promise.
  const promise = view.failure?.kind === "incident" ? "" : ", changed nothing"
  return (
    <footer className="border-t border-line pt-3 text-muted">
      {calls === 0 ? (
        <p>Sent to {destinationName(view.destination)} in this session: nothing.</p>
      ) : (
        <Disclosure
          summary={`Sent to ${destinationName(view.destination)}: ${calls} ${calls === 1 ? "call" : "calls"}${promise}`}
        >
          <div className="text-ink">
            <Transcript records={view.transcript} />
          </div>
        </Disclosure>
      )}
    </footer>
  )
}
