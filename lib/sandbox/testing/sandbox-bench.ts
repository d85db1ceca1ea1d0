import { createSandbox, type Sandbox, type SandboxOptions } from "../sandbox"
import type { KeyCredentials, KeySpec } from "../sandbox-key"
import type { SandboxRequest } from "../sandbox-request"
import { type CallOptions, signedCall } from "./sample-client"
import { type SimulatedClock, simulatedClock } from "./simulated-clock"

/** One sandbox with one key and a clock of its own, and the short way to call it. */
export interface Bench {
  readonly sandbox: Sandbox
  readonly clock: SimulatedClock
  readonly credentials: KeyCredentials
  /** Sends a request; what comes back is parsed. */
  send(request: SandboxRequest): KrakenAnswer
  /** Signs and sends a call whose nonce is the next one, unless one is given. */
  call(path: string, options?: Partial<CallOptions>): KrakenAnswer
}

export interface KrakenAnswer {
  readonly error: string[]
  readonly result?: unknown
}

export const TEST_KEY: KeySpec = { id: "key", name: "key", lesson: "", permissions: [], ageDays: 10 }

export function bench(spec: Partial<KeySpec> = {}, options: Partial<SandboxOptions> = {}): Bench {
  const clock = simulatedClock()
  const sandbox = createSandbox({ clock, keys: [{ ...TEST_KEY, ...spec }], ...options })
  const credentials = sandbox.credentialsOf("key")
  if (!credentials) throw new Error("the bench has no key")
  let nonce = 0n
  const send = (request: SandboxRequest) => JSON.parse(sandbox.answer(request).body) as KrakenAnswer
  const call = (path: string, callOptions: Partial<CallOptions> = {}) => {
    nonce += 1n
    return send(signedCall(path, credentials, { nonce, ...callOptions }))
  }
  return { sandbox, clock, credentials, send, call }
}
