import { FACTS_SEEN } from "@/lib/catalog/freshness"
import type { SessionView } from "@/lib/protocol/session-view"
import type { Destination } from "./destination"
import type { Idle } from "./idle"
import type { Keys } from "./keys"
import type { SampleKeys } from "./sample-keys"

export interface SessionParts {
  readonly version: string
  readonly realKeys: boolean
  readonly destination: Destination
  readonly keys: Keys
  readonly samples: SampleKeys
  readonly idle: Idle
  nowMs(): number
}

const WHY = {
  refusals: "Several calls were refused, and more of them could lock out the whole account and the programs on it.",
  lockout: "Calls were locked out, and each further one could prolong that for the whole account.",
} as const

function pausesOf(destinations: readonly Destination[], nowMs: number): SessionView["pauses"] {
  return destinations.flatMap(({ name, breaker }) => {
    const { pausedUntilMs, why } = breaker()
    if (pausedUntilMs === null || pausedUntilMs <= nowMs) return []
    return [{ destination: name, until: new Date(pausedUntilMs).toISOString(), why: WHY[why ?? "refusals"] }]
  })
}

/** What holds for the whole dashboard. */
export function viewSession(parts: SessionParts): SessionView {
  const { version, realKeys, destination, keys, samples, idle } = parts
  const destinations = [destination, ...(samples.destination ? [samples.destination] : [])]
  return {
    version,
    factsSeen: FACTS_SEEN,
    realKeys,
    loopbackOrigin: destination.origin.kind === "loopback" ? destination.origin.url : null,
    secretsHeld: keys.secretsHeld(),
    idle: idle.view(),
    pauses: pausesOf(destinations, parts.nowMs()),
    sampleKeysOpen: samples.isOpen,
  }
}
