/** Runs belong to the server: they go on when the tab that asked is closed, and any tab can hear them from the beginning. */
import { randomUUID } from "node:crypto"
import type { Clock } from "@/lib/core/clock"
import type { Signer } from "@/lib/core/signer"
import type { RunEvent } from "@/lib/protocol/run-event"
import { type AuditRequest, auditKey, failed, type RunStep } from "./audit-key"
import type { KeyRecord } from "./key-record"
import type { Live } from "./live"
import { Pulse } from "./pulse"

interface Run {
  readonly id: string
  readonly keyId: string
  readonly startedAtMs: number
  readonly events: RunEvent[]
  readonly stop: AbortController
  readonly pulse: Pulse
  ended: boolean
  /** Settles when nothing of the run goes on any more. */
  done: Promise<void>
}

export interface RunOptions {
  readonly betweenCalls: boolean
  readonly despitePause: boolean
}

export interface RunsDeps {
  readonly clock: Clock
  readonly live: Live
  /** Hears of what nobody foresaw: where, and the kind of error. Never its text, which could hold anything. */
  readonly onUnexpected: (where: string, problem: unknown) => void
}

/** Ended runs that can still be heard. */
const ENDED_RUNS_KEPT = 100
const LAST_STEPS: ReadonlySet<RunStep["type"]> = new Set<RunStep["type"]>(["finished", "failed", "stopped"])

export class Runs {
  readonly #deps: RunsDeps
  readonly #runs = new Map<string, Run>()

  constructor(deps: RunsDeps) {
    this.#deps = deps
  }

  /** The key's run that is under way. */
  ofKey(keyId: string): Pick<Run, "id" | "startedAtMs"> | null {
    return this.#underWay(keyId) ?? null
  }

  /** Starts a run and answers its id; where one is under way for this key, the id of that one. */
  start(record: KeyRecord, signer: Signer, options: RunOptions): string {
    const present = this.#underWay(record.id)
    if (present) return present.id
    const run: Run = {
      id: randomUUID(),
      keyId: record.id,
      startedAtMs: this.#deps.clock.nowMs(),
      events: [],
      stop: new AbortController(),
      pulse: new Pulse(),
      ended: false,
      done: Promise.resolve(),
    }
    this.#runs.set(run.id, run)
    this.#dropOldRuns()
    run.done = this.#drive(run, { record, signer, ...options, clock: this.#deps.clock, signal: run.stop.signal })
    return run.id
  }

  has(runId: string): boolean {
    return this.#runs.has(runId)
  }

  /** Asks the run to stop; what was sent is sent. False where there is no such run. */
  stop(runId: string): boolean {
    this.#runs.get(runId)?.stop.abort(new DOMException("the run was stopped", "AbortError"))
    return this.has(runId)
  }

  stopOf(keyId: string): void {
    const run = this.#underWay(keyId)
    if (run) this.stop(run.id)
  }

  /** Resolves when every run has come to its end. */
  async stopAll(): Promise<void> {
    for (const { id } of this.#runs.values()) this.stop(id)
    await Promise.all([...this.#runs.values()].map(({ done }) => done))
  }

  /** Replays the run from its event `from` and follows it to its end; ends early once `signal` is aborted or `allowed` fails. */
  async *events(runId: string, from: number, allowed: () => boolean, signal: AbortSignal): AsyncGenerator<RunEvent> {
    const run = this.#runs.get(runId)
    for (let at = Math.max(0, from); run && !signal.aborted; ) {
      const event = run.events[at]
      if (event && !allowed()) return
      if (event) {
        at += 1
        yield event
      } else if (run.ended) return
      else await run.pulse.next(signal)
    }
  }

  #underWay(keyId: string): Run | undefined {
    return [...this.#runs.values()].find((run) => run.keyId === keyId && !run.ended)
  }

  async #drive(run: Run, request: AuditRequest): Promise<void> {
    try {
      for await (const step of auditKey(request)) this.#announce(run, step)
    } catch (problem) {
      this.#announce(run, this.#brokenOff(run, request, problem))
    }
  }

  #brokenOff(run: Run, request: AuditRequest, problem: unknown): RunStep {
    if (run.stop.signal.aborted) return { type: "stopped" }
    this.#deps.onUnexpected("run", problem)
    const nothingKnown = { krakenText: null, retryable: false, pausedUntilMs: null, clockSkewMs: null }
    return failed(request, { kind: "unexpected", ...nothingKnown })
  }

  #announce(run: Run, step: RunStep): void {
    const event = { ...step, n: run.events.length, at: new Date(this.#deps.clock.nowMs()).toISOString() }
    run.events.push(event)
    // Before anyone hears of the end: whoever asks for the key then must not be told that it still runs.
    if (LAST_STEPS.has(step.type)) run.ended = true
    run.pulse.beat()
    this.#deps.live.publish({ type: "run", keyId: run.keyId, runId: run.id, event })
  }

  #dropOldRuns(): void {
    const ended = [...this.#runs.values()].filter((run) => run.ended)
    for (const { id } of ended.slice(0, Math.max(0, ended.length - ENDED_RUNS_KEPT))) this.#runs.delete(id)
  }
}
