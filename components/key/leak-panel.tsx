import { Panel } from "@/components/ui/panel"
import { SeverityWord } from "@/components/ui/risk-word"
import type { Report } from "@/lib/audit/report-schema"
import { Scannable } from "./scannable"

/** What a thief could do with the key as it stands, worst first. */
export function LeakPanel({ leak }: { readonly leak: Report["leak"] }) {
  return (
    <Panel id="leak" title="If this key leaks">
      {leak.length === 0 ? (
        <p className="text-muted">Nothing is known that a thief could do with it.</p>
      ) : (
        <ul className="divide-y divide-line">
          {leak.map(({ severity, title, text }) => (
            <li key={title} className="space-y-0.5 py-2 first:pt-0">
              <div className="flex flex-wrap items-baseline justify-between gap-x-3">
                <h3 className="font-semibold">{title}</h3>
                <SeverityWord severity={severity} />
              </div>
              <div className="text-muted">
                <Scannable text={text} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
