/** The sample keys: a Kraken in this process, started when somebody asks for it, and its keys beside the real ones. */
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"
import type { Kraken, KrakenStore } from "@/lib/kraken/contract"
import type { PatchSampleKey, SampleAccount, SampleKey } from "@/lib/protocol/session-view"
import { createSandbox, type Sandbox } from "@/lib/sandbox/sandbox"
import type { KeyView } from "@/lib/sandbox/sandbox-key"
import type { Destination } from "./destination"
import type { Keys } from "./keys"
import type { Live } from "./live"
import { type Refusal, refusal } from "./refusal"

export interface SampleKeysDeps {
  readonly clock: Clock
  readonly live: Live
  readonly keys: Keys
  readonly kraken: Kraken
  readonly store: KrakenStore
}

const JOURNAL_SHOWN = 500
const TIER = "pro"

export class SampleKeys {
  readonly #deps: SampleKeysDeps
  /** The dashboard's id of each sample key; empty while they are not open. */
  #keyIds = new Map<string, string>()
  #sandbox: Sandbox
  /** Openings and closings one after another: two tabs must not start two servers. */
  #turn: Promise<unknown> = Promise.resolve()
  #destination: Destination | null = null

  constructor(deps: SampleKeysDeps) {
    this.#deps = deps
    this.#sandbox = this.#newSandbox()
  }

  get isOpen(): boolean {
    return this.#destination !== null
  }

  /** Where sample keys' calls go; null while they are not open. */
  get destination(): Destination | null {
    return this.#destination
  }

  /** Puts the sample keys beside the real ones; where they are there already, answers their ids. */
  open(): Promise<string[]> {
    return this.#inTurn(async () => {
      if (this.#destination) return [...this.#keyIds.values()]
      const { kraken, store, live } = this.#deps
      const origin = await this.#sandbox.listen()
      const breaker = () => store.loadBreaker(origin.url)
      this.#destination = { name: "sandbox", origin, tier: TIER, kraken, breaker }
      for (const { id } of this.#sandbox.keys()) this.#hold(id, this.#destination)
      live.publish({ type: "session-changed" })
      return [...this.#keyIds.values()]
    })
  }

  /** Takes the sample keys away; opened again, they are new ones. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      const sandbox = this.#sandbox
      for (const keyId of this.#keyIds.values()) this.#deps.keys.remove(keyId)
      this.#keyIds = new Map()
      this.#destination = null
      this.#sandbox = this.#newSandbox()
      await sandbox.close()
      this.#deps.live.publish({ type: "session-changed" })
    })
  }

  /** Puts sample Kraken's keys and account back to the beginning. The dashboard learns of it by reading again. */
  reset(): void {
    this.#sandbox.reset()
    this.#deps.live.publish({ type: "session-changed" })
  }

  /** Changes a key on sample Kraken's key screen. */
  edit(id: string, patch: PatchSampleKey): Result<SampleKey, Refusal> {
    if (!this.#sandbox.keys().some((key) => key.id === id))
      return err(refusal(404, "no-such-sample-key", "Sample Kraken has no such key."))
    const edited = this.#sandbox.editKey(id, patch)
    if (!edited.ok) return err(refusal(422, "not-accepted", edited.error.message, edited.error.field))
    this.#deps.live.publish({ type: "session-changed" })
    return ok(this.#sampleKey(edited.value))
  }

  account(): SampleAccount {
    return {
      keys: this.#sandbox.keys().map((key) => this.#sampleKey(key)),
      journal: this.#sandbox.journal().slice(-JOURNAL_SHOWN),
      accountUnchanged: this.#sandbox.accountUnchanged(),
    }
  }

  #sampleKey(key: KeyView): SampleKey {
    return { ...key, keyId: this.#keyIds.get(key.id) ?? null }
  }

  #hold(id: string, destination: Destination): void {
    const credential = this.#sandbox.credentialsOf(id)
    // Nothing else uses a sample key, so no other program's counter has to be spared.
    const held = credential && this.#deps.keys.hold(credential, destination, "unused")
    if (held?.ok) this.#keyIds.set(id, held.value.id)
  }

  #newSandbox(): Sandbox {
    return createSandbox({ clock: this.#deps.clock, tier: TIER })
  }

  #inTurn<Value>(act: () => Promise<Value>): Promise<Value> {
    const done = this.#turn.then(act)
    this.#turn = done.catch(() => undefined)
    return done
  }
}
