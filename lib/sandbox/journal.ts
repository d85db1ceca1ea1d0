import type { CallParameters } from "./sandbox-request"

/** One request as the page shows it: no key, signature, nonce or one-time password. `at` is ISO 8601. */
export interface JournalEntry {
  readonly at: string
  readonly method: string
  readonly path: string
  readonly parameters: Record<string, string>
  readonly keyName: string | null
  /** "ok", Kraken's error strings, or what else became of the request. */
  readonly answer: string
}

/** For tests only: what a page must not learn. */
export interface FullJournalEntry {
  readonly entry: JournalEntry
  readonly nonce: string | null
  readonly keyId: string | null
}

export interface JournalNote {
  readonly atMs: number
  readonly method: string
  readonly path: string
  readonly parameters: CallParameters
  readonly answer: string
  readonly nonce: string | null
  readonly key: { readonly id: string; readonly name: string } | null
}

const ENTRIES_MAX = 10_000
// A body may hold 1 MiB; ten thousand of them would not fit into memory.
const PARAMETERS_MAX = 32
const TEXT_MAX = 200
const NEVER_KEPT = new Set(["nonce", "otp"])

const short = (text: string) => text.slice(0, TEXT_MAX)

function keptParameters(parameters: CallParameters): Record<string, string> {
  const kept = [...parameters].filter(([name]) => !NEVER_KEPT.has(name.toLowerCase())).slice(0, PARAMETERS_MAX)
  return Object.fromEntries(kept.map(([name, value]) => [short(name), short(value)]))
}

/** Every request that the sandbox saw, oldest first; the oldest go when there are more than 10,000. */
export class Journal {
  #entries: FullJournalEntry[] = []

  write(note: JournalNote): void {
    const entry: JournalEntry = {
      at: new Date(note.atMs).toISOString(),
      method: note.method,
      path: short(note.path),
      parameters: keptParameters(note.parameters),
      keyName: note.key?.name ?? null,
      answer: note.answer,
    }
    this.#entries.push({ entry, nonce: note.nonce, keyId: note.key?.id ?? null })
    if (this.#entries.length > ENTRIES_MAX) this.#entries.shift()
  }

  entries(): JournalEntry[] {
    return this.#entries.map(({ entry }) => entry)
  }

  fullEntries(): FullJournalEntry[] {
    return [...this.#entries]
  }

  clear(): void {
    this.#entries = []
  }
}
