/**
 * What was to change and what has been: told from all readings of a key, each judged for the present purposes and at the present
 * moment. So nothing ticks because time went by or because another purpose was chosen; only another reading can tick a change.
 */
import type { Purpose } from "@/lib/catalog/purpose"
import type { PlannedChange } from "./changes"
import type { KeyFacts } from "./facts"
import { judge } from "./judge"
import { byDanger } from "./severity"
import type { TrackedChange } from "./tracked-change"

export interface TrackRequest {
  /** Oldest first. */
  readonly readings: readonly KeyFacts[]
  readonly purposes: readonly Purpose[]
  readonly nowMs: number
}

interface JudgedReading {
  readonly facts: KeyFacts
  readonly changes: readonly PlannedChange[]
}

function find({ changes }: JudgedReading, id: string): PlannedChange | undefined {
  return changes.find(({ change }) => change.id === id)
}

/** What became of a change that the newest reading does not call for: done, still open because nothing proves it, or moot. */
function settled(
  { change, fix }: PlannedChange,
  before: JudgedReading,
  since: readonly JudgedReading[],
): TrackedChange[] {
  const newest = since.at(-1)
  const progress = newest && fix.progress(newest.facts, before.facts)
  if (!newest || progress?.state === "open") return []
  if (progress?.state !== "done") return [{ ...change, state: "open", doneAt: null, saw: null, appeared: false }]
  const proving = since.find(({ facts }) => fix.progress(facts, before.facts).state === "done") ?? newest
  const seen = fix.progress(proving.facts, before.facts)
  const saw = seen.state === "done" ? seen.saw : progress.saw
  return [{ ...change, state: "done", doneAt: proving.facts.readAt, saw, appeared: false }]
}

/** Open changes in order of danger, then those that a later reading showed done. */
export function trackChanges({ readings, purposes, nowMs }: TrackRequest): TrackedChange[] {
  const judged = readings.map((facts): JudgedReading => ({ facts, changes: judge({ facts, purposes, nowMs }).changes }))
  const [first] = judged
  const newest = judged.at(-1)
  if (!first || !newest) return []
  const open = newest.changes.map(
    ({ change }): TrackedChange => ({
      ...change,
      state: "open",
      doneAt: null,
      saw: null,
      appeared: find(first, change.id) === undefined,
    }),
  )
  const earlier = [...new Set(judged.flatMap(({ changes }) => changes.map(({ change }) => change.id)))]
  const rest = earlier.flatMap((id) => {
    const at = judged.findLastIndex((reading) => find(reading, id) !== undefined)
    const last = judged[at]
    const planned = last && find(last, id)
    return planned && last !== newest ? settled(planned, last, judged.slice(at + 1)) : []
  })
  const stillOpen = [...open, ...rest.filter(({ state }) => state === "open")].sort(byDanger)
  return [...stillOpen, ...rest.filter(({ state }) => state === "done").sort(byDanger)]
}
