import { monthInWords } from "@/components/settings/month"
import { Panel } from "@/components/ui/panel"
import { OutsideLink } from "@/components/ui/text-link"
import type { EntryPage } from "@/lib/audit/tick-sheet-schema"
import type { Source } from "@/lib/catalog/purpose"
import { readWhen } from "./source-words"

/** Where all of this is from, how old that is, and how sure it is. */
export function AppSource({ page: { source, furtherSources, confidence, seen, sheet } }: { readonly page: EntryPage }) {
  return (
    <Panel title="How this is known">
      <p>
        <span className="text-muted">Confidence:</span> {confidence}
      </p>
      {source === null ? (
        <p className="text-muted">Last looked for in {monthInWords(seen)}.</p>
      ) : (
        <ul>
          {[source, ...furtherSources].map((from) => (
            <From key={from.url} source={from} />
          ))}
        </ul>
      )}
      {sheet && (
        <p className="text-muted">
          Nobody tried this with a real key. Start with these boxes, and tick more only if it complains.
        </p>
      )}
    </Panel>
  )
}

function From({ source }: { readonly source: Source }) {
  const { hostname, pathname } = new URL(source.url)
  return (
    <li className="min-w-0">
      <span className="wrap-anywhere print:hidden">
        <OutsideLink href={source.url}>{hostname}</OutsideLink>
      </span>
      <span className="hidden wrap-anywhere print:inline">{`${hostname}${pathname}`}</span>
      <span className="text-muted">, {readWhen(source)}</span>
    </li>
  )
}
