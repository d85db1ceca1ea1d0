import { isDeepStrictEqual } from "node:util"
import type { Clock } from "@/lib/core/clock"
import type { KrakenOrigin } from "@/lib/core/origin"
import { err, ok, type Result } from "@/lib/core/result"
import type { Account } from "./account"
import { answer, claimsOf } from "./answer"
import type { Tier } from "./call-counter"
import { answered, describeFault, type Exchange, Faults, misbehave } from "./faults"
import { HttpShell } from "./http-shell"
import { type FullJournalEntry, Journal, type JournalEntry } from "./journal"
import { changeSettings, type KeyPatch, type SettingsProblem } from "./key-settings"
import { SAMPLE_KEYS } from "./sample-keys"
import {
  credentialsOf,
  type KeyCredentials,
  type KeyMaterial,
  type KeySpec,
  type KeyView,
  makeKey,
  mintMaterial,
  type SandboxKey,
  viewKey,
} from "./sandbox-key"
import { barePath, type SandboxRequest } from "./sandbox-request"
import { accountSnapshot, createState, type SandboxState } from "./state"

export interface SandboxOptions {
  readonly clock: Clock
  /** How fast its keys may call; Pro where nothing is said, so that trying things out is quick. */
  readonly tier?: Tier
  /** Its keys; the sample keys where nothing is said. */
  readonly keys?: readonly KeySpec[]
}

/** What a new key is to be; sample Kraken gives it its id, key and secret. */
export type NewKey = Omit<KeySpec, "id" | "lesson" | "ageDays">

const NO_SUCH_KEY: SettingsProblem = { field: null, message: "There is no such key." }
const NAME_LENGTH_MAX = 32

/** A Kraken to try things on: answers, remembers and writes down like one, and nothing in it is worth anything. */
export class Sandbox {
  readonly faults = new Faults()

  readonly #clock: Clock
  readonly #tier: Tier
  readonly #specs: readonly KeySpec[]
  readonly #materials: ReadonlyMap<string, KeyMaterial>
  readonly #journal = new Journal()
  #state: SandboxState
  #untouched: Account
  #shell: HttpShell | null = null
  #origin: KrakenOrigin | null = null

  constructor({ clock, tier = "pro", keys = SAMPLE_KEYS }: SandboxOptions) {
    this.#clock = clock
    this.#tier = tier
    this.#specs = keys
    this.#materials = new Map(keys.map(({ id, otp = "none" }) => [id, mintMaterial(otp)]))
    this.#state = this.#freshState()
    this.#untouched = accountSnapshot(this.#state)
  }

  /** Listens on 127.0.0.1, at the port or a free one. Rejects where the port is taken. */
  async listen(port = 0): Promise<KrakenOrigin> {
    if (this.#shell) throw new Error("the sandbox listens already")
    const shell = new HttpShell({
      clock: this.#clock,
      answer: (request) => this.answer(request),
      turnedAway: (request, status) => this.#writeTurnedAway(request, status),
    })
    this.#origin = { url: await shell.listen(port), kind: "loopback" }
    this.#shell = shell
    return this.#origin
  }

  async close(): Promise<void> {
    const shell = this.#shell
    this.#shell = null
    this.#origin = null
    await shell?.close()
  }

  /** Where it listens; null while it does not. */
  origin(): KrakenOrigin | null {
    return this.#origin
  }

  /** One exchange in process, at the clock's present moment. Delays, and answers that never come, are for the caller to play. */
  answer(request: SandboxRequest): Exchange {
    const atMs = this.#clock.nowMs()
    const { parameters, nonce, key } = claimsOf(this.#state, request)
    const planned = this.faults.take(barePath(request))
    const carriedOut = !planned || planned.carriedOut
    const honest = carriedOut ? answer(this.#state, request, atMs + this.faults.clockSkewMs) : { body: "", errors: [] }
    const said = (planned && describeFault(planned.fault)) ?? (honest.errors.join(", ") || "ok")
    const { method, path } = request
    this.#journal.write({ atMs, method, path, parameters, answer: said, nonce: nonce || null, key })
    return planned ? misbehave(planned.fault, honest.body) : answered(honest.body)
  }

  /** The keys that sample Kraken's key screen lists; revoked ones are gone from it. */
  keys(): KeyView[] {
    return this.#state.keys.filter((key) => key.status !== "revoked").map(viewKey)
  }

  /** Null where there is no such key. A one-time code is the one of this moment. */
  credentialsOf(id: string): KeyCredentials | null {
    const key = this.#keyById(id)
    return key && credentialsOf(key, this.#krakenMs())
  }

  editKey(id: string, patch: KeyPatch): Result<KeyView, SettingsProblem> {
    const key = this.#keyById(id)
    if (!key) return err(NO_SUCH_KEY)
    const settings = changeSettings(key.settings, patch, this.#krakenMs())
    if (!settings.ok) return settings
    key.settings = settings.value
    key.modifiedAtS = Math.floor(this.#krakenMs() / 1000)
    return ok(viewKey(key))
  }

  /** Makes a key; its name has 1 to 32 characters and is used once in the account. */
  createKey(wanted: NewKey): Result<KeyView, string> {
    const { length } = wanted.name
    if (length === 0 || length > NAME_LENGTH_MAX) return err(`A name has 1 to ${NAME_LENGTH_MAX} characters.`)
    if (this.keys().some((key) => key.name === wanted.name)) return err("Another key has this name.")
    const spec = { ...wanted, id: `made-${this.#state.nextId++}`, lesson: "A key that you made here.", ageDays: 0 }
    const key = makeKey(spec, mintMaterial(wanted.otp ?? "none"), this.#krakenMs())
    this.#state.keys.push(key)
    return ok(viewKey(key))
  }

  /** Ends a key for good. False where there is no such key. */
  revokeKey(id: string): boolean {
    const key = this.#keyById(id)
    if (key) key.status = "revoked"
    return key !== null
  }

  /** Shuts a key off as Kraken does with dormant ones: still on the screen, but refused. False where there is no such key. */
  disableKey(id: string): boolean {
    const key = this.#keyById(id)
    if (key) key.status = "disabled"
    return key !== null
  }

  /**
   * Puts account, keys, journal and faults back to the beginning, at the present moment. The keys keep their secrets, and the numbers
   * of their calls go on, since Kraken never lowers those: a program that uses one notices nothing.
   */
  reset(): void {
    const highest = new Map(this.#state.keys.map((key) => [key.id, key.highestNonce]))
    this.#state = this.#freshState()
    for (const key of this.#state.keys) key.highestNonce = highest.get(key.id) ?? 0n
    this.#untouched = accountSnapshot(this.#state)
    this.#journal.clear()
    this.faults.clear()
  }

  /** Every request so far, fit to be shown. */
  journal(): JournalEntry[] {
    return this.#journal.entries()
  }

  /** With nonces and key ids; for tests, never for a page. */
  fullJournal(): FullJournalEntry[] {
    return this.#journal.fullEntries()
  }

  /** A copy of all that no audit may change. */
  accountSnapshot(): Account {
    return accountSnapshot(this.#state)
  }

  /** Whether balances, orders, addresses, exports and the rest are still as at the beginning. */
  accountUnchanged(): boolean {
    return isDeepStrictEqual(this.accountSnapshot(), this.#untouched)
  }

  #krakenMs(): number {
    return this.#clock.nowMs() + this.faults.clockSkewMs
  }

  #freshState(): SandboxState {
    const nowMs = this.#clock.nowMs()
    const keys = this.#specs.map((spec) => makeKey(spec, this.#materialOf(spec.id), nowMs))
    return createState(keys, this.#tier, nowMs)
  }

  #materialOf(id: string): KeyMaterial {
    const material = this.#materials.get(id)
    if (!material) throw new Error(`no key material for ${id}`)
    return material
  }

  #keyById(id: string): SandboxKey | null {
    return this.#state.keys.find((key) => key.id === id && key.status !== "revoked") ?? null
  }

  #writeTurnedAway(request: { readonly method: string; readonly path: string }, status: number): void {
    const answer = `HTTP ${status}`
    this.#journal.write({
      ...request,
      atMs: this.#clock.nowMs(),
      parameters: new Map(),
      answer,
      nonce: null,
      key: null,
    })
  }
}

export function createSandbox(options: SandboxOptions): Sandbox {
  return new Sandbox(options)
}
