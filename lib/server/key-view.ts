/** What a page is shown of a key: judged anew for its present purposes and the present moment. */
import { buildReport } from "@/lib/audit/build-report"
import type { Report } from "@/lib/audit/report-schema"
import { type Suggestion, suggestPurposes } from "@/lib/audit/suggest-purposes"
import { trackChanges } from "@/lib/audit/track-changes"
import type { TrackedChange } from "@/lib/audit/tracked-change"
import { purposeById } from "@/lib/catalog/purposes"
import type { KeyView } from "@/lib/protocol/key-view"
import type { KeyRecord, RecordedFailure } from "./key-record"

interface Judged {
  readonly report: Report | null
  readonly changes: readonly TrackedChange[]
  readonly suggestions: readonly Suggestion[]
}

/** Moments in a judgement count in days, so one that is a minute old is as good as new. */
const JUDGED_ANEW_MS = 60_000
const NOTHING_READ: Judged = Object.freeze({ report: null, changes: [], suggestions: [] })

export interface Present {
  readonly secretHeld: boolean
  readonly run: { readonly id: string; readonly startedAtMs: number } | null
  readonly nowMs: number
}

const iso = (ms: number) => new Date(ms).toISOString()

function judge(record: KeyRecord, nowMs: number): Judged {
  const newest = record.readings.at(-1)
  if (!newest) return NOTHING_READ
  const purposes = record.purposeIds.flatMap((id) => purposeById(id) ?? [])
  const { last4, nonceScale } = record
  return {
    report: buildReport({ ...newest, purposes, nowMs, last4, nonceScale }),
    changes: trackChanges({ readings: record.readings.map(({ facts }) => facts), purposes, nowMs }),
    suggestions: suggestPurposes(newest.facts),
  }
}

function failureView(failure: RecordedFailure): KeyView["failure"] {
  const { atMs, pausedUntilMs, ...described } = failure
  return { ...described, at: iso(atMs), pausedUntil: pausedUntilMs === null ? null : iso(pausedUntilMs) }
}

/** Makes views, and remembers the last judgement of each key, since lists of many keys are asked for often. */
export class KeyViews {
  readonly #judged = new WeakMap<KeyRecord, { readonly of: string; readonly atMs: number; readonly judged: Judged }>()

  view(record: KeyRecord, { secretHeld, run, nowMs }: Present): KeyView {
    const { report, changes, suggestions } = this.#judgement(record, nowMs)
    return {
      id: record.id,
      name: report?.key.name ?? null,
      last4: record.last4,
      sample: record.sample,
      destination: record.destination.name,
      secret: secretHeld ? "held" : "gone",
      otp: record.otp,
      addedAt: iso(record.addedAtMs),
      nonceScale: record.nonceScale,
      purposeIds: [...record.purposeIds],
      suggestions: suggestions.map((suggestion) => ({ ...suggestion })),
      report,
      failure: record.failure && failureView(record.failure),
      changes: [...changes],
      readings: record.readings.length,
      run: run && { id: run.id, startedAt: iso(run.startedAtMs) },
      transcript: [...record.transcript],
    }
  }

  #judgement(record: KeyRecord, nowMs: number): Judged {
    // Two readings can have come at the same moment; their number tells them apart, until the oldest are dropped.
    const of = JSON.stringify([record.readings.length, record.readings.at(-1)?.facts.readAt, record.purposeIds])
    const last = this.#judged.get(record)
    if (last?.of === of && Math.abs(nowMs - last.atMs) < JUDGED_ANEW_MS) return last.judged
    const judged = judge(record, nowMs)
    this.#judged.set(record, { of, atMs: nowMs, judged })
    return judged
  }
}
