import { SampleMark } from "@/components/ui/banner"
import { LastFour } from "@/components/ui/last-four"
import { RiskWord } from "@/components/ui/risk-word"
import { VerdictWord } from "@/components/ui/verdict-word"
import type { SampleResult } from "./sample-result"

/** A result as a person will see it, marked as a sample. */
export function SamplePreview({ result }: { readonly result: SampleResult }) {
  return (
    <figure
      aria-label="A sample result"
      className="space-y-3 rounded-lg border border-dashed border-edge bg-surface p-4"
    >
      <figcaption className="flex flex-wrap items-center gap-x-2 gap-y-1">
        <span className="text-lead font-semibold">{result.name}</span>
        <LastFour last4={result.last4} />
        <SampleMark />
        <span className="ml-auto">
          <RiskWord level={result.level} />
        </span>
      </figcaption>
      <div>
        <p className="text-title font-semibold">{result.headline}</p>
        <p className="text-muted">{result.detail}</p>
      </div>
      <ul className="divide-y divide-line border-y border-line">
        {result.rows.map(({ id, label, verdict, reason }) => (
          <li key={id} className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 py-1.5">
            <span className="min-w-0">
              <span className="block font-medium">{label}</span>
              <span className="block text-muted">{reason}</span>
            </span>
            {verdict !== null && <VerdictWord verdict={verdict} />}
          </li>
        ))}
      </ul>
    </figure>
  )
}
