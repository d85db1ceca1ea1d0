/** One audit without a dashboard: the same reading and the same report. Breaker, scale and locks are shared through the data folder. */
import { buildReport } from "@/lib/audit/build-report"
import { type DescribedFailure, describeFailure } from "@/lib/audit/failures"
import type { ProbeRecord } from "@/lib/audit/probe-record"
import type { Report } from "@/lib/audit/report-schema"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Purpose } from "@/lib/catalog/purpose"
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"
import type { Secret } from "@/lib/core/secret"
import { openHistory } from "@/lib/history/open-history"
import type { Kraken, KrakenEvent, ReadKeyOutcome, ReadKeyRequest, Transport } from "@/lib/kraken/contract"
import { createKraken } from "@/lib/kraken/read-key"
import { createTransport } from "@/lib/kraken/transport"
import { parseCredential } from "@/lib/vault/credential"
import { createSigner } from "@/lib/vault/signer"
import type { Settings } from "./env"
import { createKrakenStore } from "./kraken-store"
import { machineClock } from "./machine-clock"

export interface AuditOnceRequest {
  readonly settings: Settings
  readonly apiKey: Secret
  readonly secret: Secret
  /** A password, or a code of an authenticator app; null where the key has none. */
  readonly otp: Secret | null
  readonly purposes: readonly Purpose[]
  readonly nonceScale: NonceScale
  readonly betweenCalls: boolean
  readonly signal: AbortSignal
  readonly onEvent?: (event: KrakenEvent) => void
  readonly clock?: Clock
  readonly transport?: Transport
}

/** A code is good for one call, so it must not be signed a second time; six digits are taken for one. */
function otpOf(otp: Secret): { kind: "static" | "code"; value: string } {
  const value = otp.expose()
  return { kind: /^\d{6}$/.test(value) ? "code" : "static", value }
}

async function read(
  kraken: Kraken,
  request: ReadKeyRequest,
  onEvent: (event: KrakenEvent) => void,
): Promise<{ outcome: ReadKeyOutcome; probes: ProbeRecord[] }> {
  const probes: ProbeRecord[] = []
  const reading = kraken.readKey(request)
  let next = await reading.next()
  for (; !next.done; next = await reading.next()) {
    if (next.value.type === "probe") probes.push(next.value.probe)
    onEvent(next.value)
  }
  return { outcome: next.value, probes }
}

/** The report, which holds the failure where the key could not be read; or one line, where the data folder cannot be used. Rejects when aborted. */
export async function auditOnce(request: AuditOnceRequest): Promise<Result<Report, string>> {
  const { settings, clock = machineClock, nonceScale, betweenCalls } = request
  const base = { purposes: request.purposes, nonceScale, nowMs: clock.nowMs() }
  const unread = (failure: DescribedFailure, last4: string, probes: readonly ProbeRecord[]) =>
    buildReport({ ...base, probes, last4, failure, nowMs: clock.nowMs() })

  const credential = parseCredential({
    apiKey: request.apiKey.expose(),
    secret: request.secret.expose(),
    otp: request.otp && otpOf(request.otp),
  })
  if (!credential.ok) {
    const failure = describeFailure({ kind: "malformed-credential", krakenText: null })
    return ok(unread({ ...failure, message: `${credential.error.message} Nothing was sent.` }, "", []))
  }
  const history = openHistory(settings.home, clock)
  if (!history.ok) return err(history.error.message)
  const signer = createSigner(credential.value)
  try {
    const { krakenOrigin: origin, tier } = settings
    const store = createKrakenStore(history.value)
    const kraken = createKraken({ clock, store, transport: request.transport ?? createTransport() })
    const keyRef = history.value.keyRef(origin.url, credential.value.apiKey)
    const { outcome, probes } = await read(
      kraken,
      { origin, signer, keyRef, nonceScale, betweenCalls, despitePause: false, tier, signal: request.signal },
      request.onEvent ?? (() => {}),
    )
    if (!outcome.ok)
      return ok(unread(describeFailure({ ...outcome.error, nonceScale, betweenCalls }), signer.last4, probes))
    return ok(buildReport({ ...base, probes, last4: signer.last4, facts: outcome.value, nowMs: clock.nowMs() }))
  } finally {
    signer.forget()
    history.value.close()
  }
}
