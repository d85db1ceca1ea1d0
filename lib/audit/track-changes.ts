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
  /** Rules that could not be asked, since the reading does not say what they look at. */
  readonly undecided: ReadonlySet<string>
}

function judgeReading({ purposes, nowMs }: TrackRequest, facts: KeyFacts): JudgedReading {
  const { changes, outcomes } = judge({ facts, purposes, nowMs })
  const undecided = outcomes.flatMap(({ rule, state }) => (state === "unknown" || state === "broken" ? [rule.id] : []))
  return { facts, changes, undecided: new Set(undecided) }
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
  if (!newest) return []
  const progress = fix.progress(newest.facts, before.facts)
  const isUndecided = progress.state === "unknown" || change.rules.some((id) => newest.undecided.has(id))
  if (progress.state !== "done") {
    return isUndecided ? [{ ...change, state: "open", doneAt: null, saw: null, appeared: false }] : []
  }
  const proving = since.find(({ facts }) => fix.progress(facts, before.facts).state === "done") ?? newest
  const seen = fix.progress(proving.facts, before.facts)
  const saw = seen.state === "done" ? seen.saw : progress.saw
  return [{ ...change, state: "done", doneAt: proving.facts.readAt, saw, appeared: false }]
}

/** Open changes in order of danger, then those that a later reading showed done. */
export function trackChanges(request: TrackRequest): TrackedChange[] {
  const judged = request.readings.map((facts) => judgeReading(request, facts))
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
