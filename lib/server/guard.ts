/** Who gets in: pages of this very dashboard, with a session. Every handler asks here itself; nothing in front of it is relied on. */
import { SESSION_HEADER } from "@/lib/protocol/session-view"
import { type Refusal, refusal } from "./refusal"
import type { World } from "./world"

/** What is looked at of a request: its raw headers, since a framework's own idea of its address can be led astray. */
export interface Knock {
  readonly method: string
  readonly headers: Pick<Headers, "get">
}

export interface Entry {
  /** False only for the request that begins a session. */
  readonly needsSession: boolean
}

const WRONG_HOST = refusal(403, "wrong-host", "Keytrim answers only under the address of its own link.")
const FOREIGN = refusal(403, "foreign-origin", "Only Keytrim's own pages may ask for this.")
const NO_SESSION = refusal(
  401,
  "no-session",
  "This tab has no session. Press Enter in Keytrim's terminal window and open the new link.",
)
const NOT_JSON = refusal(415, "not-json", "What is sent has to be JSON.")

function changesState(method: string): boolean {
  return method !== "GET" && method !== "HEAD"
}

function isJson(type: string | null): boolean {
  return /^application\/json\s*(;\s*charset=utf-8\s*)?$/i.test(type ?? "")
}

/** Whether the request came from a page of ours, as far as its browser says. */
function isOurs({ method, headers }: Knock, origin: string): boolean {
  const from = headers.get("origin")
  const site = headers.get("sec-fetch-site")
  // A page on another port of this machine counts as the same site, so only the same origin will do.
  if (site !== null && site !== "same-origin") return false
  return from === null ? !changesState(method) : from === origin
}

export function sessionToken({ headers }: Pick<Knock, "headers">): string {
  return headers.get(SESSION_HEADER) ?? ""
}

/** null where the request may be carried out. In this order, so that a stranger learns nothing about sessions. */
export function checkEntry(world: World, knock: Knock, { needsSession }: Entry): Refusal | null {
  const address = world.address()
  if (!address || knock.headers.get("host") !== address.host) return WRONG_HOST
  if (!isOurs(knock, address.origin)) return FOREIGN
  // A form on another website can send text, but not this type without asking first.
  if (changesState(knock.method) && !isJson(knock.headers.get("content-type"))) return NOT_JSON
  if (!needsSession) return null
  return world.sessions.holds(sessionToken(knock)) ? null : NO_SESSION
}
