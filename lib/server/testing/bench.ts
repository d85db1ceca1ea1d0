/** A whole world on a bench: its own data folder, time that a test moves, and a Kraken in this process that no call leaves. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Failure } from "@/lib/audit/failure-kinds"
import { KRAKEN_FUTURES, KRAKEN_SPOT } from "@/lib/core/origin"
import { ok, type Result } from "@/lib/core/result"
import type { HttpRequest, Transport } from "@/lib/kraken/contract"
import { createTransport } from "@/lib/kraken/transport"
import { type AddKey, type KeyView, keyViewSchema, type StartRun } from "@/lib/protocol/key-view"
import type { RunEvent } from "@/lib/protocol/run-event"
import { createSandbox, type Sandbox } from "@/lib/sandbox/sandbox"
import { createWorld, type WorldOptions } from "../create-world"
import type { Settings } from "../env"
import type { Refusal } from "../refusal"
import type { World } from "../world"
import { ManualClock, settle } from "./manual-clock"

export const PORT = 4870
const WAITING_STEP_MS = 250

export interface Bench {
  readonly clock: ManualClock
  /** What answers under Kraken's own address. */
  readonly kraken: Sandbox
  readonly world: World
  readonly settings: Settings
  readonly transport: Transport
  /** Everything that went to Kraken. */
  readonly sent: HttpRequest[]
  /** Unforeseen errors that were reported. */
  readonly unexpected: unknown[]
  /** A key of that Kraken, as a person would paste it. */
  pasted(id: string, changes?: Partial<AddKey>): AddKey
  /** Adds that key and answers its id. */
  add(id: string, changes?: Partial<AddKey>): string
  /** What a page is shown of the key. */
  view(keyId: string): KeyView
  /** Reads the key to the end; null where that went well. */
  read(keyId: string, options?: StartRun): Promise<Failure | null>
  /** Everything of a run until its end; time passes where the run waits for it. */
  follow(runId: string, from?: number): Promise<RunEvent[]>
  /** Until called, calls to Kraken hang; then they are answered. */
  holdCalls(): () => void
  close(): Promise<void>
}

function lowerCased(headers: HttpRequest["headers"]): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
}

function settingsIn(home: string): Settings {
  return { home, port: PORT, krakenOrigin: KRAKEN_SPOT, futuresOrigin: KRAKEN_FUTURES, tier: "starter" }
}

function abortedOf(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)))
}

/** The value of what has to go well for the test to mean anything. */
function must<Value>(result: Result<Value, Refusal>): Value {
  if (result.ok) return result.value
  throw new Error(result.error.code)
}

async function collect<Value>(values: AsyncIterable<Value>): Promise<Value[]> {
  const collected: Value[] = []
  for await (const value of values) collected.push(value)
  return collected
}

export function openBench(options: Partial<WorldOptions> = {}): Bench {
  const home = mkdtempSync(path.join(tmpdir(), "keytrim-server-"))
  const clock = new ManualClock()
  const kraken = createSandbox({ clock })
  const loopback = createTransport()
  const sent: HttpRequest[] = []
  const unexpected: unknown[] = []
  let gate: Promise<void> = Promise.resolve()
  const transport: Transport = async (request, signal) => {
    if (!request.url.startsWith(KRAKEN_SPOT.url)) return loopback(request, signal)
    sent.push(request)
    await Promise.race([gate, abortedOf(signal)])
    const { method, body } = request
    const answer = kraken.answer({
      ...{ method, body: body ?? "", path: request.url.slice(KRAKEN_SPOT.url.length), remoteIp: "127.0.0.1" },
      headers: lowerCased(request.headers),
    })
    return ok({ status: answer.status, body: answer.body })
  }
  const settings = settingsIn(home)
  const onUnexpected = (_: string, problem: unknown) => void unexpected.push(problem)
  const created = createWorld({ settings, clock, transport, onUnexpected, ...options })
  if (!created.ok) throw new Error(created.error)
  const world = created.value
  world.listensOn(PORT)
  const bench: Bench = {
    ...{ clock, kraken, world, settings, transport, sent, unexpected },
    add: (id, changes) => must(world.keys.add(bench.pasted(id, changes))).id,
    view: (keyId) => keyViewSchema.parse(must(world.keys.get(keyId))),
    async read(keyId, options = {}) {
      const last = (await bench.follow(must(world.keys.startRun(keyId, options)))).at(-1)
      return last?.type === "failed" ? last.failure : null
    },
    pasted(id, changes = {}) {
      const credential = kraken.credentialsOf(id)
      if (!credential) throw new Error(`no sample key ${id}`)
      const { apiKey, secret, otp } = credential
      return {
        ...{ apiKey: apiKey.expose(), secret: secret.expose(), nonceScale: "ms" },
        otp: otp && { kind: otp.kind, value: otp.value.expose() },
        ...changes,
      }
    },
    async follow(runId, from = 0) {
      let ended = false
      const all = collect(world.runs.events(runId, from, () => true, new AbortController().signal)).finally(() => {
        ended = true
      })
      await settle()
      while (!ended) await clock.advance(WAITING_STEP_MS)
      return all
    },
    holdCalls() {
      let open = () => {}
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    async close() {
      await world.close()
      rmSync(home, { recursive: true, force: true })
    },
  }
  return bench
}
