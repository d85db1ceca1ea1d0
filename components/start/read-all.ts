/** Reading many keys: who can be read, who is next, and when to stop. Pure; the page carries it out. */
import type { KeyView } from "@/lib/protocol/key-view"

/** At most this many keys are read at once: each holds a connection, and Kraken looks at the whole address too. */
export const RUNS_AT_ONCE = 4

export interface ReadAll {
  /** Ids still to be started, in order. */
  readonly waiting: readonly string[]
  /** Id → run that was started for it; null while its start is under way. */
  readonly started: ReadonlyMap<string, string | null>
  readonly failedToStart: number
}

export interface ReadAllProgress {
  readonly total: number
  readonly done: number
  readonly running: number
}

/** A key is read in a batch only if nobody has to be asked for anything or warned of anything. */
export function canReadUnasked({ secret, otp, nonceScale, run }: KeyView): boolean {
  return secret === "held" && otp !== "code" && nonceScale !== null && nonceScale !== "counter" && run === null
}

export function beginReadAll(keys: readonly KeyView[]): ReadAll {
  return {
    waiting: keys.filter(canReadUnasked).map(({ id }) => id),
    started: new Map(),
    failedToStart: 0,
  }
}

const isRunning = (batch: ReadAll, keys: readonly KeyView[], id: string) => {
  const run = batch.started.get(id)
  return run === null || keys.some((key) => key.id === id && key.run !== null && key.run.id === run)
}

export function progressOf(batch: ReadAll, keys: readonly KeyView[]): ReadAllProgress {
  const running = [...batch.started.keys()].filter((id) => isRunning(batch, keys, id)).length
  const started = batch.started.size + batch.failedToStart
  return { total: started + batch.waiting.length, done: started - running, running }
}

/** How many of the batch's keys were read, and how many newest tries failed or never began. */
export function outcomeOf(
  batch: ReadAll,
  keys: readonly KeyView[],
): { readonly read: number; readonly failed: number } {
  const ended = keys.filter(({ id }) => batch.started.has(id) && !isRunning(batch, keys, id))
  const failed = ended.filter(({ failure }) => failure !== null).length
  return { read: ended.length - failed, failed: failed + batch.failedToStart }
}

/** The key to start now, or null while enough are under way, a start is being made, or none is left. */
export function nextToStart(batch: ReadAll, keys: readonly KeyView[]): string | null {
  const starting = [...batch.started.values()].includes(null)
  if (starting || progressOf(batch, keys).running >= RUNS_AT_ONCE) return null
  return batch.waiting[0] ?? null
}

/** Whether going on would only make matters worse: Kraken or Keytrim has stopped signed calls. */
export function mustStop(batch: ReadAll, keys: readonly KeyView[]): boolean {
  return keys.some(({ id, run, failure }) => {
    const ended = typeof batch.started.get(id) === "string" && run === null
    return ended && (failure?.kind === "paused" || failure?.kind === "locked-out")
  })
}

export function starting(batch: ReadAll, id: string): ReadAll {
  return {
    ...batch,
    waiting: batch.waiting.filter((other) => other !== id),
    started: new Map(batch.started).set(id, null),
  }
}

export function didStart(batch: ReadAll, id: string, runId: string): ReadAll {
  return { ...batch, started: new Map(batch.started).set(id, runId) }
}

export function didNotStart(batch: ReadAll, id: string): ReadAll {
  const started = new Map(batch.started)
  started.delete(id)
  return { ...batch, started, failedToStart: batch.failedToStart + 1 }
}

/** What is under way goes on to its end; nothing more is started. */
export function withoutWaiting(batch: ReadAll): ReadAll {
  return { ...batch, waiting: [] }
}
