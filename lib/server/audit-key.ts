/** One audit of one key, as a stream of events. What is announced has been stored before. */
import { buildReport } from "@/lib/audit/build-report"
import { describeFailure } from "@/lib/audit/failures"
import type { ProbeRecord } from "@/lib/audit/probe-record"
import { purposeById } from "@/lib/catalog/purposes"
import type { Clock } from "@/lib/core/clock"
import type { Signer } from "@/lib/core/signer"
import type { KrakenEvent, KrakenFailure } from "@/lib/kraken/contract"
import type { RunEvent } from "@/lib/protocol/run-event"
import type { KeyRecord } from "./key-record"

type WithoutPlace<Event> = Event extends RunEvent ? Omit<Event, "n" | "at"> : never
/** A run's event before the run gives it its number and time. */
export type RunStep = WithoutPlace<RunEvent>

export interface AuditRequest {
  readonly record: KeyRecord
  readonly signer: Signer
  readonly betweenCalls: boolean
  readonly despitePause: boolean
  readonly clock: Clock
  readonly signal: AbortSignal
}

function stepOf(event: KrakenEvent): RunStep {
  if (event.type === "probe") return { type: "probe", probe: event.probe }
  const { reason, text, untilMs } = event
  return { type: "waiting", reason, text, until: untilMs === null ? null : new Date(untilMs).toISOString() }
}

/** Notes the failure at the key, and tells it. */
export function failed(request: Omit<AuditRequest, "signer" | "signal">, problem: KrakenFailure): RunStep {
  const { record, betweenCalls, clock } = request
  const { nonceScale } = record
  const { kind, krakenText, retryable, clockSkewMs, otpGiven, pausedUntilMs } = problem
  const described = describeFailure({
    ...{ kind, krakenText, retryable, clockSkewMs, nonceScale, betweenCalls },
    ...(otpGiven === undefined ? {} : { otpGiven }),
  })
  record.noteFailure({ ...described, atMs: clock.nowMs(), pausedUntilMs })
  const { nextStep: _, ...failure } = described
  return { type: "failed", failure }
}

function findingsOf(record: KeyRecord, clock: Clock): RunStep[] {
  const newest = record.readings.at(-1)
  if (!newest) return []
  const purposes = record.purposeIds.flatMap((id) => purposeById(id) ?? [])
  const { last4, nonceScale } = record
  const report = buildReport({ ...newest, purposes, nowMs: clock.nowMs(), last4, nonceScale })
  return report.findings.map((finding) => ({ type: "finding", finding }))
}

/** Ends with `finished` or `failed`. Throws the signal's reason when stopped, and anything that was not foreseen. */
export async function* auditKey(request: AuditRequest): AsyncGenerator<RunStep> {
  const { record, signer, signal, clock, betweenCalls, despitePause } = request
  const { id, ref, nonceScale, destination } = record
  const { origin, tier, kraken } = destination
  yield { type: "started", keyId: id }
  const probes: ProbeRecord[] = []
  const reading = kraken.readKey({
    ...{ origin, signer, keyRef: ref, nonceScale, betweenCalls, despitePause, tier, signal },
  })
  let next = await reading.next()
  for (; !next.done; next = await reading.next()) {
    if (next.value.type === "probe") {
      probes.push(next.value.probe)
      record.noteProbe(next.value.probe)
    }
    yield stepOf(next.value)
  }
  const outcome = next.value
  if (!outcome.ok) return yield failed(request, outcome.error)
  record.noteReading({ facts: outcome.value, probes })
  yield* findingsOf(record, clock)
  yield { type: "finished" }
}
