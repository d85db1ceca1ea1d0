import { TriangleAlert } from "lucide-react"
import { firstSentence } from "@/components/key/first-sentence"
import { Panel } from "@/components/ui/panel"
import type { LimitAdvice, TickSheet } from "@/lib/audit/tick-sheet-schema"
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"

/** What to set besides the boxes: our advice, what the application says of it, and where that endangers the person. */
export function AppLimits({ sheet: { limits, nonceScale } }: { readonly sheet: TickSheet }) {
  const scale = NONCE_SCALES.find(({ id }) => id === nonceScale)
  return (
    <Panel title="Limits">
      <dl className="divide-y divide-line print:columns-2 print:gap-8 print:divide-y-0">
        {limits.map((limit) => (
          <Limit key={limit.id} limit={limit} />
        ))}
        {scale && (
          <div className="py-1.5">
            <dt className="font-medium">How it counts its calls</dt>
            <dd className="text-muted">
              In {scale.label.charAt(0).toLowerCase() + scale.label.slice(1)}, by its code.
            </dd>
          </div>
        )}
      </dl>
    </Panel>
  )
}

function Limit({ limit: { label, advice, said, danger } }: { readonly limit: LimitAdvice }) {
  return (
    <div className="break-inside-avoid py-1.5 first:pt-0 print:pt-0 print:pb-1">
      <dt className="font-medium">{label}</dt>
      <dd>
        <InTwoSteps text={advice} />
        {said !== null && (
          <div className="text-muted">
            <InTwoSteps text={`In its case: ${said}`} />
          </div>
        )}
        {danger !== null && (
          <p className="flex items-start gap-1.5">
            <TriangleAlert aria-hidden className="mt-0.5 size-3.5 shrink-0 text-warn" />
            {danger}
          </p>
        )}
      </dd>
    </div>
  )
}

/** The first sentence on lines of its own, so that it can be scanned; on paper nothing may hide behind a disclosure. */
function InTwoSteps({ text }: { readonly text: string }) {
  const { first, rest } = firstSentence(text)
  return (
    <>
      <p>{first}</p>
      {rest !== "" && <p>{rest}</p>}
    </>
  )
}
