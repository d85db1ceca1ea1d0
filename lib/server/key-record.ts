import type { KeyFacts } from "@/lib/audit/facts"
import type { DescribedFailure } from "@/lib/audit/failures"
import type { ProbeRecord } from "@/lib/audit/probe-record"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Destination } from "./destination"

/** What one accepted reading taught, and what was sent for it. */
export interface Reading {
  readonly facts: KeyFacts
  readonly probes: readonly ProbeRecord[]
}

export interface RecordedFailure extends DescribedFailure {
  readonly atMs: number
  readonly pausedUntilMs: number | null
}

export type OtpKind = "none" | "static" | "code"

const TRANSCRIPT_MAX = 1_000
const READINGS_MAX = 200

/** What Keytrim knows of one key, for as long as it runs. Its secret is elsewhere, and may be gone. */
export class KeyRecord {
  readonly id: string
  /** The keyed hash by which the history knows it. */
  readonly ref: string
  readonly last4: string
  readonly destination: Destination
  readonly addedAtMs: number
  otp: OtpKind = "none"
  nonceScale: NonceScale
  purposeIds: readonly string[] = []

  #readings: readonly Reading[] = []
  #failure: RecordedFailure | null = null
  #transcript: readonly ProbeRecord[] = []

  constructor(key: Pick<KeyRecord, "id" | "ref" | "last4" | "destination" | "addedAtMs" | "otp" | "nonceScale">) {
    this.id = key.id
    this.ref = key.ref
    this.last4 = key.last4
    this.destination = key.destination
    this.addedAtMs = key.addedAtMs
    this.otp = key.otp
    this.nonceScale = key.nonceScale
  }

  get sample(): boolean {
    return this.destination.name === "sandbox"
  }

  /** Oldest first. */
  get readings(): readonly Reading[] {
    return this.#readings
  }

  /** The newest attempt, where it failed. */
  get failure(): RecordedFailure | null {
    return this.#failure
  }

  /** Everything that was sent for this key, oldest first. */
  get transcript(): readonly ProbeRecord[] {
    return this.#transcript
  }

  noteProbe(probe: ProbeRecord): void {
    this.#transcript = [...this.#transcript, probe].slice(-TRANSCRIPT_MAX)
  }

  noteReading(reading: Reading): void {
    const [first, ...later] = [...this.#readings, reading]
    // The first one stays whatever happens: it tells which changes were there from the beginning.
    this.#readings = first ? [first, ...later.slice(1 - READINGS_MAX)] : []
    this.#failure = null
  }

  noteFailure(failure: RecordedFailure): void {
    this.#failure = failure
  }
}
