import type { ProbeRecord } from "@/lib/audit/probe-record"
import type { RunEvent } from "@/lib/protocol/run-event"

/** What is known of a run while it goes on and just after it ended. */
export interface RunProgress {
  readonly runId: string
  readonly state: "running" | "finished" | "failed" | "stopped"
  /** Number of the newest event seen; -1 before the first. */
  readonly lastN: number
  readonly waiting: { readonly text: string; readonly until: string | null } | null
  readonly probes: readonly ProbeRecord[]
}

export function newProgress(runId: string): RunProgress {
  return { runId, state: "running", lastN: -1, waiting: null, probes: [] }
}

/**
 * The progress after one more event. Events of another run start anew. Only the next one in line counts: one that was seen before
 * changes nothing, and one that comes too early is left to a replay, so that no probe is ever missing in between.
 */
export function advance(progress: RunProgress | null, runId: string, event: RunEvent): RunProgress {
  const before = progress?.runId === runId ? progress : newProgress(runId)
  if (event.n !== before.lastN + 1) return before
  const after = { ...before, lastN: event.n }
  switch (event.type) {
    case "waiting":
      return { ...after, waiting: { text: event.text, until: event.until } }
    case "probe":
      return { ...after, waiting: null, probes: [...before.probes, event.probe] }
    case "finished":
    case "failed":
    case "stopped":
      return { ...after, waiting: null, state: event.type }
    case "started":
    case "finding":
      return after
  }
}
