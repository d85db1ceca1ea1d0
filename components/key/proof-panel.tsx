"use client"

import { useNow } from "@/components/ui/clock"
import { Disclosure } from "@/components/ui/disclosure"
import { Panel } from "@/components/ui/panel"
import { OutsideLink } from "@/components/ui/text-link"
import { TickMark } from "@/components/ui/tick-mark"
import type { Report } from "@/lib/audit/report-schema"
import { permissionById } from "@/lib/catalog/permissions"
import { tickOf } from "./tick-of"

const CONFIDENCE: Record<Report["confidence"], { readonly title: string; readonly text: string }> = {
  listed: {
    title: "As Kraken lists it",
    text: "Kraken itself named the key’s boxes and limits. That they hold was not tried.",
  },
  tested: {
    title: "As Kraken lists it, and tried",
    text: "Kraken named the key’s boxes, and harmless calls confirmed those that can be tried.",
  },
  partial: {
    title: "Partly known",
    text: "Not everything about this key could be read. What is missing stands as “Not known” and is not counted as safe.",
  },
  told: { title: "As you told us", text: "Kraken was not asked. A reading by Keytrim would confirm it." },
}

/** How far the page can be relied on, and why each box is needed. */
export function ProofPanel({ report }: { readonly report: Report }) {
  const now = useNow()
  const { title, text } = CONFIDENCE[report.confidence]
  return (
    <Panel id="proof" title="Proof">
      <div className="space-y-3">
        <div className="flex gap-2.5">
          <TickMark state={tickOf(report, now)} />
          <div>
            <h3 className="font-semibold">{title}</h3>
            <p className="text-muted">{text}</p>
          </div>
        </div>
        {report.leastPrivilege && <WhyEachBox leastPrivilege={report.leastPrivilege} />}
      </div>
    </Panel>
  )
}

function WhyEachBox({ leastPrivilege }: { readonly leastPrivilege: NonNullable<Report["leastPrivilege"]> }) {
  const { certificate, alternatives } = leastPrivilege
  if (certificate.length === 0) return <p className="text-muted">What this key is for needs no box at all.</p>
  return (
    <div className="space-y-2">
      <h3 className="font-semibold">Why each box</h3>
      <ul className="space-y-1.5">
        {certificate.map(({ permission, because }) => (
          <li key={permission}>
            <Disclosure summary={permissionById(permission).shortLabel}>
              <div className="space-y-1 pl-4.5">
                <p className="text-muted">
                  {because.kind === "calls" ? "These calls fail without it:" : "The purpose’s own page names it:"}
                </p>
                {because.calls.map((call) => (
                  <p key={call} className="font-mono wrap-anywhere">
                    {call}
                  </p>
                ))}
                <OutsideLink href={because.source}>Source, read {because.seen}</OutsideLink>
              </div>
            </Disclosure>
          </li>
        ))}
      </ul>
      {alternatives.length > 0 && (
        <Disclosure summary="Other sets that would also do">
          <ul className="list-disc space-y-1 pl-8 text-muted">
            {alternatives.map((set) => (
              <li key={set.join()}>{set.map((id) => permissionById(id).shortLabel).join(", ")}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  )
}
