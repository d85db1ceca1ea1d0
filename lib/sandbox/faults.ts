/** Ways in which the sandbox can misbehave on purpose, as Kraken or the way to it may. */
export type Fault =
  /** Kraken's envelope with these error strings, status 200. */
  | { readonly kind: "errors"; readonly errors: readonly string[] }
  /** Another status, with a page such as a proxy in front of Kraken sends. */
  | { readonly kind: "http"; readonly status: number; readonly body?: string }
  | { readonly kind: "redirect"; readonly location: string }
  | { readonly kind: "malformed-json" }
  /** An answer of this many bytes, by default more than 1 MiB. */
  | { readonly kind: "oversized"; readonly bytes?: number }
  /** The answer claims that an order was placed. */
  | { readonly kind: "txid" }
  /** The honest answer, but late. */
  | { readonly kind: "delay"; readonly ms: number }
  /** Never answers. */
  | { readonly kind: "hang" }
  /** Ends the connection without an answer. */
  | { readonly kind: "reset" }

export interface FaultPlan {
  /** How many requests it meets; 1 where nothing is said. */
  readonly times?: number
  /** Only requests to this path; all where nothing is said. */
  readonly path?: string
  /** Whether the call is carried out before its answer gets lost or replaced. A delayed call always is. */
  readonly carriedOut?: boolean
}

/** What becomes of a request. `delayMs` passes before the answer; in process it is for the caller to wait. */
export interface Exchange {
  readonly ending: "answered" | "hangs" | "reset"
  readonly delayMs: number
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

interface Planned {
  readonly fault: Fault
  readonly path: string | null
  readonly carriedOut: boolean
  remaining: number
}

const PAGE = "<html><body><h1>The server could not answer</h1></body></html>"
const OVERSIZED_BYTES = 1024 * 1024 + 1

export class Faults {
  /** How far Kraken's clock is ahead of the sandbox's own; shifts its Time, its view of expiry and its one-time codes. */
  clockSkewMs = 0

  #planned: Planned[] = []

  /** Lets a fault happen to the next fitting requests. Several wait for each other in the order in which they were planned. */
  next(fault: Fault, { times = 1, path, carriedOut = fault.kind === "delay" }: FaultPlan = {}): void {
    this.#planned.push({ fault, path: path ?? null, carriedOut, remaining: times })
  }

  /** The fault that meets a request to this path, if any; uses it up. */
  take(path: string): Planned | null {
    const planned = this.#planned.find((candidate) => candidate.path === null || candidate.path === path)
    if (!planned) return null
    planned.remaining -= 1
    this.#planned = this.#planned.filter((candidate) => candidate.remaining > 0)
    return planned
  }

  clear(): void {
    this.#planned = []
    this.clockSkewMs = 0
  }
}

export function answered(body: string, changes: Partial<Exchange> = {}): Exchange {
  const headers = { "content-type": "application/json; charset=utf-8" }
  return { ending: "answered", delayMs: 0, status: 200, headers, body, ...changes }
}

const html = (status: number, body: string) => answered(body, { status, headers: { "content-type": "text/html" } })

/** What a fault makes of the honest answer (empty where the call was not carried out). */
export function misbehave(fault: Fault, honestBody: string): Exchange {
  switch (fault.kind) {
    case "errors":
      return answered(JSON.stringify({ error: fault.errors }))
    case "http":
      return html(fault.status, fault.body ?? PAGE)
    case "redirect":
      return answered("", { status: 302, headers: { location: fault.location } })
    case "malformed-json":
      return answered('{"error":[],"result":{"unfinished":')
    case "oversized":
      return answered(" ".repeat(fault.bytes ?? OVERSIZED_BYTES))
    case "txid":
      return answered(JSON.stringify({ error: [], result: { txid: ["OSAMPL-FAULT-AAAAAA"] } }))
    case "delay":
      return answered(honestBody, { delayMs: fault.ms })
    case "hang":
      return answered("", { ending: "hangs" })
    case "reset":
      return answered("", { ending: "reset" })
  }
}

/** What a journal says instead of Kraken's answer; null where the honest answer went out. */
export function describeFault(fault: Fault): string | null {
  switch (fault.kind) {
    case "errors":
      return fault.errors.join(", ")
    case "http":
      return `HTTP ${fault.status}`
    case "redirect":
      return "redirect"
    case "malformed-json":
      return "malformed answer"
    case "oversized":
      return "oversized answer"
    case "txid":
      return "transaction id"
    case "delay":
      return null
    case "hang":
      return "no answer"
    case "reset":
      return "connection reset"
  }
}
