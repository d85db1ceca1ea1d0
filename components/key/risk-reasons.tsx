import { ChevronRight } from "lucide-react"
import { RiskWord } from "@/components/ui/risk-word"
import type { Report } from "@/lib/audit/report-schema"

/** The risk word with everything that led to it, one click away. */
export function RiskReasons({ risk }: { readonly risk: Report["risk"] }) {
  return (
    <details className="group/why open:basis-full">
      <summary className="-mx-1 flex w-fit items-center gap-3 rounded-sm px-1">
        <RiskWord level={risk.level} size="lead" />
        <span className="inline-flex items-center gap-0.5 font-medium text-accent">
          <ChevronRight aria-hidden className="size-3.5 motion-safe:transition-transform group-open/why:rotate-90" />
          Why
        </span>
      </summary>
      <div className="mt-1.5 max-w-2xl rounded-md border border-line bg-surface px-3 py-2">
        {risk.reasons.length === 0 ? (
          <p className="text-muted">Nothing was found that makes this key dangerous.</p>
        ) : (
          <ul className="space-y-1">
            {risk.reasons.map(({ points, text, rule }) => (
              <li key={`${rule} ${text}`} className="grid grid-cols-[2.5rem_1fr] gap-2">
                <span className="text-right text-muted tabular">+{points}</span>
                <span>{text}</span>
              </li>
            ))}
            <li className="grid grid-cols-[2.5rem_1fr] gap-2 border-t border-line pt-1 font-medium">
              <span className="text-right tabular">{risk.score}</span>
              <span>points in all</span>
            </li>
          </ul>
        )}
      </div>
    </details>
  )
}
