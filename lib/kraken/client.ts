import type { ProbeRecord } from "@/lib/audit/probe-record"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import { type KrakenOrigin, parseKrakenOrigin } from "@/lib/core/origin"
import type { Signer } from "@/lib/core/signer"
import { type Answer, readAnswer } from "./answer"
import type { HttpRequest, KrakenDeps } from "./contract"
import type { Asking, Probe } from "./define-probe"
import { GuardError, guardOutgoing, guardSigned } from "./guard"
import { plainText } from "./plain-text"

export const TIMEOUT_MS = 10_000
const ERRORS_SHOWN_MAX = 5
const USER_AGENT = "Keytrim"

/** Where and with whose signature a probe is sent. */
export interface Call {
  readonly origin: KrakenOrigin
  readonly signal: AbortSignal | undefined
  /** null for public calls. */
  readonly signing: { readonly signer: Signer; readonly nonce: string; readonly scale: NonceScale } | null
}

/** One call and what became of it. The result itself is dropped; only what the probe reveals remains. */
export interface Exchange<Revealed> {
  readonly answer: Answer
  readonly revealed: Revealed | null
  readonly record: ProbeRecord
  /** Kraken's deciding error, without anything that we sent in confidence. */
  readonly shownError: string | null
  readonly otpGiven: boolean
  readonly sentAtMs: number
  readonly receivedAtMs: number
}

/** The only door to Kraken: it sends registered probes and nothing else. */
export interface Client {
  /**
   * Guards, signs, sends once, parses and classifies. Never retries. Rejects when aborted, when the signer refuses (its own error
   * codes), and with a GuardError where something other than a registered probe was about to leave.
   */
  send<Reply, Revealed>(probe: Probe<Reply, Revealed>, call: Call): Promise<Exchange<Revealed>>
}

interface Ready {
  readonly request: HttpRequest
  readonly apiKey: string | null
  readonly otpGiven: boolean
  /** Texts that must not come back in anything that is shown. */
  readonly confidential: readonly string[]
}

function request(
  probe: Probe<unknown, unknown>,
  origin: KrakenOrigin,
  body: string | null,
  headers: object,
): HttpRequest {
  const known = parseKrakenOrigin(origin.url)
  if (!known.ok) throw new GuardError("not an address that calls may go to")
  const type = body === null ? {} : { "Content-Type": "application/x-www-form-urlencoded; charset=utf-8" }
  return {
    method: probe.method,
    url: known.value.url + probe.path,
    headers: { "User-Agent": USER_AGENT, Accept: "application/json", ...type, ...headers },
    body,
    timeoutMs: TIMEOUT_MS,
  }
}

function formBody(nonce: string, parameters: Readonly<Record<string, string>>): string {
  const fields = Object.entries(parameters).map(
    ([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`,
  )
  return [`nonce=${nonce}`, ...fields].join("&")
}

async function prepare(probe: Probe<unknown, unknown>, { origin, signing }: Call): Promise<Ready> {
  const { method, path, parameters } = probe
  if (!signing) {
    guardOutgoing(probe, { method, path, body: null })
    return { request: request(probe, origin, null, {}), apiKey: null, otpGiven: false, confidential: [] }
  }
  const body = formBody(signing.nonce, parameters)
  guardOutgoing(probe, { method, path, body })
  const signed = await signing.signer.sign({ path, nonce: signing.nonce, body })
  const { otp } = guardSigned(body, signed.body)
  const { "API-Key": apiKey, "API-Sign": signature } = signed.headers
  return {
    request: request(probe, origin, signed.body, { "API-Key": apiKey, "API-Sign": signature }),
    apiKey,
    otpGiven: otp !== null,
    // The password in both of its forms: an answer may quote the body as it came.
    confidential: [apiKey, signature, ...(otp === null ? [] : [otp, encodeURIComponent(otp)])],
  }
}

/** The result through the probe's schema; null where it is not what the probe expects. */
function reveal<Reply, Revealed>(probe: Probe<Reply, Revealed>, result: unknown, asking: Asking): Revealed | null {
  const reply = probe.reply.safeParse(result)
  if (!reply.success) return null
  const revealed = probe.reveals(reply.data, asking)
  return revealed.ok ? revealed.value : null
}

function hide(text: string, confidential: readonly string[]): string {
  return plainText(confidential.reduce((shown, secret) => shown.replaceAll(secret, "[removed]"), text))
}

/** Joins guard, signer, transport, schema and classes into `send`. */
export function createClient({ clock, transport }: Pick<KrakenDeps, "clock" | "transport">): Client {
  return {
    async send(probe, call) {
      if (probe.signed !== (call.signing !== null)) throw new GuardError("signed calls need a signer, public ones none")
      const ready = await prepare(probe, call)
      const sentAtMs = clock.nowMs()
      const received = await transport(ready.request, call.signal)
      const receivedAtMs = clock.nowMs()
      const answer = readAnswer(received)
      const at = new Date(receivedAtMs).toISOString()
      const asking = { at, apiKey: ready.apiKey, nonceScale: call.signing?.scale ?? null }
      const revealed = answer.class === "ok" ? reveal(probe, answer.result, asking) : null
      const { id, path, parameters, counterCost: cost, signed } = probe
      const answerClass = answer.class === "ok" && revealed === null ? "malformed" : answer.class
      const errors = answer.errors.slice(0, ERRORS_SHOWN_MAX).map((text) => hide(text, ready.confidential))
      return {
        answer: { ...answer, class: answerClass, result: undefined },
        revealed,
        record: { id, path, parameters: { ...parameters }, cost, signed, answer: answerClass, errors, at },
        shownError: answer.decisive === null ? null : hide(answer.decisive, ready.confidential),
        otpGiven: ready.otpGiven,
        sentAtMs,
        receivedAtMs,
      }
    },
  }
}
