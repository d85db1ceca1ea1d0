import { timeToTheSecond } from "@/components/ui/moments"
import type { AnswerClass, ProbeRecord } from "@/lib/audit/probe-record"

const ANSWERS: Record<AnswerClass, string> = {
  ok: "accepted",
  denied: "not allowed",
  "invalid-key": "key not accepted",
  "invalid-signature": "signature not accepted",
  "invalid-nonce": "number not accepted",
  throttled: "too many calls",
  "locked-out": "locked for a while",
  unavailable: "not available",
  unreachable: "not reached",
  timeout: "no answer in time",
  malformed: "not readable",
  "unknown-method": "call not known",
  "other-error": "refused",
}

/** Everything that was sent for a key, newest first: what, when, and how it was answered. No balances, no orders, no secrets. */
export function Transcript({ records }: { readonly records: readonly ProbeRecord[] }) {
  return (
    <ol className="divide-y divide-line">
      {[...records].reverse().map((record) => (
        <li key={`${record.at} ${record.id}`} className="grid gap-x-4 py-1.5 md:grid-cols-[5rem_1fr_auto]">
          <time dateTime={record.at} className="text-muted tabular">
            {timeToTheSecond(record.at)}
          </time>
          <div className="min-w-0 font-mono wrap-anywhere">
            {record.path}
            {Object.entries(record.parameters).map(([name, value]) => (
              <span key={name} className="text-muted">
                {" "}
                {name}={value}
              </span>
            ))}
            {record.errors.map((error) => (
              <div key={error} className="text-warn">
                {error}
              </div>
            ))}
          </div>
          <p>
            {ANSWERS[record.answer]} <span className="text-muted">{record.signed ? "· signed" : "· public"}</span>
          </p>
        </li>
      ))}
    </ol>
  )
}
