/** What a handler answers, and the one place where it becomes HTTP. */
import type { Refusal as RefusalBody } from "@/lib/protocol/key-view"
import type { Refusal } from "./refusal"

const HEADERS = {
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
} as const

export type Answer =
  | { readonly kind: "json"; readonly status: 200 | 201; readonly body: unknown }
  | { readonly kind: "nothing" }
  | { readonly kind: "stream"; readonly events: (signal: AbortSignal) => AsyncIterable<unknown> }

export const json = (body: unknown): Answer => ({ kind: "json", status: 200, body })
export const created = (body: unknown): Answer => ({ kind: "json", status: 201, body })
export const nothing: Answer = Object.freeze({ kind: "nothing" })
/** One JSON object a line, for as long as the events come or the page listens. */
export const stream = (events: (signal: AbortSignal) => AsyncIterable<unknown>): Answer => ({ kind: "stream", events })

function jsonResponse(status: number, body: unknown): Response {
  return Response.json(body, { status, headers: HEADERS })
}

export function refusalResponse({ status, code, message, field }: Refusal): Response {
  return jsonResponse(status, { error: { code, message, field } } satisfies RefusalBody)
}

function streamResponse(events: (signal: AbortSignal) => AsyncIterable<unknown>, gone: AbortSignal): Response {
  const cancelled = new AbortController()
  const iterator = events(AbortSignal.any([gone, cancelled.signal]))[Symbol.asyncIterator]()
  const encoder = new TextEncoder()
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const next = await iterator.next()
      if (next.done) controller.close()
      else controller.enqueue(encoder.encode(`${JSON.stringify(next.value)}\n`))
    },
    async cancel() {
      cancelled.abort()
      await iterator.return?.()
    },
  })
  return new Response(body, { headers: { ...HEADERS, "content-type": "application/x-ndjson; charset=utf-8" } })
}

/** `gone` aborts when the page no longer listens. */
export function answerResponse(answer: Answer, gone: AbortSignal): Response {
  if (answer.kind === "stream") return streamResponse(answer.events, gone)
  if (answer.kind === "nothing") return new Response(null, { status: 204, headers: HEADERS })
  return jsonResponse(answer.status, answer.body)
}
