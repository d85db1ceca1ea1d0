"use client"

/** The tab's session: a token in this tab's sessionStorage, begun by a single-use code in the address. */
import { useSyncExternalStore } from "react"
import { openedSessionSchema } from "@/lib/protocol/session-view"

export type SessionState =
  | { readonly kind: "opening" }
  | { readonly kind: "open"; readonly token: string }
  | { readonly kind: "none"; readonly why: "no-link" | "link-refused" | "ended" | "unreachable" }

const STORED_AS = "keytrim-session"
const OPENING: SessionState = { kind: "opening" }

let state: SessionState = OPENING
const listeners = new Set<() => void>()

function become(next: SessionState) {
  state = next
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export function useSessionState(): SessionState {
  return useSyncExternalStore(
    subscribe,
    () => state,
    () => OPENING,
  )
}

/** The header's value, or null without a session. */
export function sessionToken(): string | null {
  return state.kind === "open" ? state.token : null
}

/** The server no longer knows `token`; a newer one that was opened meanwhile stays. */
export function endSession(token: string) {
  if (sessionToken() !== token) return
  sessionStorage.removeItem(STORED_AS)
  become({ kind: "none", why: "ended" })
}

/** Takes the code out of the address, so that neither history nor a shared screen keeps it. */
function takeCode(): string | null {
  const code = /^#code=([^&]+)$/.exec(location.hash)?.[1]
  if (code === undefined) return null
  const clean = location.pathname + location.search
  history.replaceState(history.state, "", clean)
  // Next's router remembers the address it started with and would write it back; once it listens, it is told the clean one.
  setTimeout(() => history.replaceState(null, "", clean))
  return code
}

async function exchange(code: string): Promise<SessionState> {
  try {
    const answer = await fetch("/api/session", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ code }),
    })
    if (!answer.ok) return { kind: "none", why: "link-refused" }
    const { token } = openedSessionSchema.parse(await answer.json())
    sessionStorage.setItem(STORED_AS, token)
    return { kind: "open", token }
  } catch {
    return { kind: "none", why: "unreachable" }
  }
}

let exchanges = 0

/** Begins or resumes the session. A code counts once, so a second call while it is being exchanged changes nothing. */
export async function beginSession(): Promise<void> {
  const code = takeCode()
  if (code !== null) {
    sessionStorage.removeItem(STORED_AS)
    become(OPENING)
    exchanges += 1
    const opened = await exchange(code)
    exchanges -= 1
    become(opened)
    return
  }
  if (state.kind !== "opening" || exchanges > 0) return
  const token = sessionStorage.getItem(STORED_AS)
  become(token === null ? { kind: "none", why: "no-link" } : { kind: "open", token })
}
