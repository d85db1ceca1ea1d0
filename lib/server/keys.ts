/** The keys that this Keytrim knows: bringing, describing, reading and removing them. */
import { randomUUID } from "node:crypto"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import { purposeById } from "@/lib/catalog/purposes"
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"
import type { Secret } from "@/lib/core/secret"
import type { AddKey, KeyView, PatchKey, StartRun } from "@/lib/protocol/key-view"
import { type Credential, parseCredential } from "@/lib/vault/credential"
import type { CredentialMemory } from "@/lib/vault/credential-memory"
import type { Destination } from "./destination"
import { KeyRecord } from "./key-record"
import { KeyViews } from "./key-view"
import type { Live } from "./live"
import { type Refusal, refusal } from "./refusal"
import type { Runs } from "./runs"

export interface KeysDeps {
  readonly clock: Clock
  readonly credentials: CredentialMemory
  readonly live: Live
  readonly runs: Runs
  /** Where keys that a person brings belong; sample keys bring their own. */
  readonly destination: Destination
  /** False where only sample keys may be used. */
  readonly realKeys: boolean
  /** Lets a secret be taken in, and sees to it that it goes again when nobody is there. */
  takeIn(hold: () => void): void
  keyRef(originUrl: string, apiKey: Secret): string
}

export interface AddedKey {
  readonly id: string
  /** True where this key was here already and was given its secret again. */
  readonly existing: boolean
}

const KEYS_MAX = 500
const NO_SUCH_KEY = refusal(404, "no-such-key", "This key is not here. It may have been removed in another tab.")
const SECRET_GONE = refusal(
  409,
  "secret-gone",
  "The private key of this key is no longer held. Paste it again, then read the key.",
)

const NO_CLOCK_SCALE = refusal(
  422,
  "no-clock-scale",
  "A try between two calls needs to know how the program on this key counts. Name it first.",
  "betweenCalls",
)
const SAMPLES_ONLY = refusal(
  403,
  "samples-only",
  "This Keytrim runs for its own development, where only sample keys are safe. Start it with npm start.",
)

function unknownPurpose(id: string): Refusal {
  // Only what looks like an id is repeated; anything else could have been pasted by mistake.
  const name = /^[a-z0-9-]{1,60}$/.test(id) ? ` “${id}”` : ""
  return refusal(422, "unknown-purpose", `There is no purpose${name} in the catalogue.`, "purposeIds")
}

function followsClock(scale: NonceScale): boolean {
  return NONCE_SCALES.some(({ id, unitsPerSecond }) => id === scale && unitsPerSecond !== null)
}

export class Keys {
  readonly #deps: KeysDeps
  readonly #records = new Map<string, KeyRecord>()
  readonly #views = new KeyViews()

  constructor(deps: KeysDeps) {
    this.#deps = deps
  }

  /** Checks what was pasted before anything is sent. Asks the destination for its time already, so that the first reading need not. */
  add(pasted: AddKey): Result<AddedKey, Refusal> {
    const { realKeys, destination } = this.#deps
    if (!realKeys) return err(SAMPLES_ONLY)
    const credential = parseCredential(pasted)
    if (!credential.ok)
      return err(refusal(422, credential.error.code, credential.error.message, credential.error.field))
    return this.hold(credential.value, destination, pasted.nonceScale)
  }

  /** A known key gets its secret again; a new one gets a record, bound to `destination` for good. */
  hold(credential: Credential, destination: Destination, nonceScale: NonceScale): Result<AddedKey, Refusal> {
    const ref = this.#deps.keyRef(destination.origin.url, credential.apiKey)
    const otp = credential.otp?.kind ?? "none"
    const known = [...this.#records.values()].find((record) => record.ref === ref)
    if (!known && this.#records.size >= KEYS_MAX)
      return err(refusal(409, "too-many-keys", `Keytrim holds ${KEYS_MAX} keys at most. Remove one first.`))
    const record =
      known ??
      new KeyRecord({
        ...{ id: randomUUID(), ref, last4: credential.last4, destination, otp, nonceScale },
        addedAtMs: this.#deps.clock.nowMs(),
      })
    // A run that signs with the old secret would only end in a failure that nobody could explain.
    this.#deps.runs.stopOf(record.id)
    record.otp = otp
    record.nonceScale = nonceScale
    this.#records.set(record.id, record)
    this.#deps.takeIn(() => this.#deps.credentials.put(record.id, credential))
    void this.#learnTime(record)
    this.#changed(record.id)
    return ok({ id: record.id, existing: known !== undefined })
  }

  list(): KeyView[] {
    return [...this.#records.values()].map((record) => this.#view(record))
  }

  get(id: string): Result<KeyView, Refusal> {
    const record = this.#records.get(id)
    return record ? ok(this.#view(record)) : err(NO_SUCH_KEY)
  }

  /** Says what the key is for, or how its program counts. */
  patch(id: string, { purposeIds, nonceScale }: PatchKey): Result<KeyView, Refusal> {
    const record = this.#records.get(id)
    if (!record) return err(NO_SUCH_KEY)
    const unknown = purposeIds?.find((purposeId) => !purposeById(purposeId))
    if (unknown !== undefined) return err(unknownPurpose(unknown))
    if (purposeIds) record.purposeIds = [...new Set(purposeIds)]
    if (nonceScale) record.nonceScale = nonceScale
    this.#changed(id)
    return ok(this.#view(record))
  }

  /** Takes a key and its secret out of Keytrim; at Kraken it stays as it is. */
  remove(id: string): Result<null, Refusal> {
    if (!this.#records.has(id)) return err(NO_SUCH_KEY)
    this.#deps.runs.stopOf(id)
    this.#deps.credentials.forget(id)
    this.#records.delete(id)
    this.#deps.live.publish({ type: "key-removed", keyId: id })
    return ok(null)
  }

  /** Answers the id of the run, which is the present one where one is under way. */
  startRun(id: string, { otpCode, betweenCalls = false, despitePause = false }: StartRun): Result<string, Refusal> {
    const record = this.#records.get(id)
    if (!record) return err(NO_SUCH_KEY)
    const { credentials, runs } = this.#deps
    const present = runs.ofKey(id)
    if (present) return ok(present.id)
    if (betweenCalls && !followsClock(record.nonceScale)) return err(NO_CLOCK_SCALE)
    if (otpCode !== undefined && credentials.has(id)) {
      const taken = credentials.setOtpCode(id, otpCode)
      if (!taken.ok) return err(refusal(422, taken.error.code, taken.error.message, "otpCode"))
      record.otp = "code"
    }
    const signer = credentials.signerFor(id)
    if (!signer) return err(SECRET_GONE)
    return ok(runs.start(record, signer, { betweenCalls, despitePause }))
  }

  /** Secrets of real keys; those of the samples are worth nothing. */
  secretsHeld(): number {
    return this.#withSecret().length
  }

  /** Wipes the secrets of all real keys and stops their runs. What was learnt stays. */
  forgetSecrets(): void {
    for (const { id } of this.#withSecret()) {
      this.#deps.runs.stopOf(id)
      this.#deps.credentials.forget(id)
      this.#changed(id)
    }
    this.#deps.live.publish({ type: "session-changed" })
  }

  #withSecret(): KeyRecord[] {
    return [...this.#records.values()].filter(({ id, sample }) => !sample && this.#deps.credentials.has(id))
  }

  #view(record: KeyRecord): KeyView {
    return this.#views.view(record, {
      secretHeld: this.#deps.credentials.has(record.id),
      run: this.#deps.runs.ofKey(record.id),
      nowMs: this.#deps.clock.nowMs(),
    })
  }

  #changed(keyId: string): void {
    this.#deps.live.publish({ type: "key-changed", keyId })
  }

  async #learnTime(record: KeyRecord): Promise<void> {
    const { kraken, origin } = record.destination
    // Without it the first reading asks for itself, and says what is wrong.
    const probe = await kraken.learnTime(origin).catch(() => null)
    if (!probe || !this.#records.has(record.id)) return
    record.noteProbe(probe)
    this.#changed(record.id)
  }
}
