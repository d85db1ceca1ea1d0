import type * as z from "zod/mini"
import { endSession, sessionToken } from "@/components/session/session-store"
import { refusalSchema } from "@/lib/protocol/key-view"
import { SESSION_HEADER } from "@/lib/protocol/session-view"

/** A request that was not carried out: `message` is for the person, `field` names the input at fault. */
export class Refused extends Error {
  readonly code: string
  readonly field: string | null
  /** The HTTP status; 0 where no answer came. */
  readonly status: number

  constructor(refusal: { code: string; message: string; field: string | null; status: number }) {
    super(refusal.message)
    this.name = "Refused"
    this.code = refusal.code
    this.field = refusal.field
    this.status = refusal.status
  }
}

const NO_ANSWER = {
  code: "no-answer",
  message: "Keytrim does not answer. Look whether its terminal window is still open.",
  field: null,
  status: 0,
}
const NOT_UNDERSTOOD = {
  code: "not-understood",
  message: "Keytrim answered in a way this page does not understand. Reload the page.",
  field: null,
}

interface Call {
  readonly method?: "GET" | "POST" | "PATCH" | "DELETE"
  /** Sent as JSON; a call that changes something and has nothing to say sends an empty object. */
  readonly body?: unknown
  readonly signal?: AbortSignal
}

function headers(token: string | null, hasBody: boolean): Record<string, string> {
  return {
    ...(token === null ? {} : { [SESSION_HEADER]: token }),
    ...(hasBody ? { "content-type": "application/json" } : {}),
  }
}

async function refusalIn(answer: Response): Promise<Refused> {
  const parsed = refusalSchema.safeParse(await answer.json().catch(() => null))
  const refusal = parsed.success ? parsed.data.error : NOT_UNDERSTOOD
  return new Refused({ ...refusal, status: answer.status })
}

/** An accepted answer as it came, for streams; throws Refused otherwise. A lost session closes the gate. */
export async function requestRaw(path: string, { method = "GET", body, signal }: Call = {}): Promise<Response> {
  const token = sessionToken()
  const payload = method === "GET" ? null : JSON.stringify(body ?? {})
  let answer: Response
  try {
    answer = await fetch(path, {
      method,
      headers: headers(token, payload !== null),
      body: payload,
      signal: signal ?? null,
      cache: "no-store",
    })
  } catch (problem) {
    if (signal?.aborted) throw problem
    throw new Refused(NO_ANSWER)
  }
  if (answer.ok) return answer
  if (answer.status === 401 && token !== null) endSession(token)
  throw await refusalIn(answer)
}

/** An accepted answer, parsed by `schema`; throws Refused otherwise. */
export async function request<Schema extends z.ZodMiniType>(
  schema: Schema,
  path: string,
  call: Call = {},
): Promise<z.output<Schema>> {
  const answer = await requestRaw(path, call)
  const parsed = schema.safeParse(await answer.json().catch(() => null))
  if (!parsed.success) throw new Refused({ ...NOT_UNDERSTOOD, status: answer.status })
  return parsed.data
}

/** What to tell the person about an error of a query or a mutation. */
export function refusalMessage(error: Error): string {
  return error instanceof Refused ? error.message : "Something went wrong in this page. Reload it."
}
