import * as z from "zod"
import type { AnswerClass } from "@/lib/audit/probe-record"
import type { Result } from "@/lib/core/result"
import type { TransportProblem } from "./contract"
import { classifyErrors, throttledUntilMs } from "./error-strings"

/** What an HTTP exchange came to, before anyone looks at what the result says. */
export interface Answer {
  readonly class: AnswerClass
  /** Kraken's error strings as they came: not yet fit to be shown. */
  readonly errors: readonly string[]
  /** The error that decided the class; null where there was none. */
  readonly decisive: string | null
  /** Only where the class is `ok`. */
  readonly result: unknown
  readonly throttledUntilMs: number | null
  /** A transaction id came back, though no call of ours may lead to one. */
  readonly incident: boolean
}

const envelopeSchema = z.object({ error: z.array(z.string()).max(1000), result: z.unknown().optional() })

const PROBLEM_CLASS: Readonly<Record<TransportProblem, AnswerClass>> = {
  unreachable: "unreachable",
  timeout: "timeout",
  // Kraken sends neither: something else answered in its place.
  "too-large": "malformed",
  redirected: "malformed",
}

const plain = (answerClass: AnswerClass): Answer => ({
  class: answerClass,
  errors: [],
  decisive: null,
  result: undefined,
  throttledUntilMs: null,
  incident: false,
})

function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Whether a `txid` with something in it stands anywhere; a list to work through, since the answer decides how deep it nests. */
function holdsTransaction(value: unknown): boolean {
  const open: unknown[] = [value]
  while (open.length > 0) {
    const next = open.pop()
    if (typeof next !== "object" || next === null) continue
    for (const [name, inner] of Object.entries(next)) {
      const empty = inner === null || inner === "" || (Array.isArray(inner) && inner.length === 0)
      if (name === "txid" && !empty) return true
      open.push(inner)
    }
  }
  return false
}

// Outside of 200 the request did not properly reach Kraken's API: such an answer can refuse, but it can never be a good one.
function withoutEnvelope(status: number): Answer {
  if (status === 429) return plain("throttled")
  if (status >= 500 || status === 403) return plain("unavailable")
  return plain("malformed")
}

/** Classifies an answer by status and whole error strings. A denial comes only from Kraken's own words, never from a status. */
export function readAnswer(
  received: Result<{ readonly status: number; readonly body: string }, TransportProblem>,
): Answer {
  if (!received.ok) return plain(PROBLEM_CLASS[received.error])
  const { status, body } = received.value
  const json = parseJson(body)
  if (holdsTransaction(json)) return { ...plain("other-error"), incident: true }
  const envelope = envelopeSchema.safeParse(json)
  if (status >= 500 || !envelope.success) return withoutEnvelope(status)
  const errors = envelope.data.error.filter((text) => !text.startsWith("W"))
  if (errors.length > 0) {
    const { class: answerClass, text } = classifyErrors(errors)
    return { ...plain(answerClass), errors, decisive: text, throttledUntilMs: throttledUntilMs(errors) }
  }
  if (status !== 200) return withoutEnvelope(status)
  if (envelope.data.result === undefined) return plain("malformed")
  return { ...plain("ok"), result: envelope.data.result }
}
