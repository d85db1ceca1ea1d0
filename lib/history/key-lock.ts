/** One reading of a key at a time, on the whole machine: dashboard, headless audits and whatever else uses this data folder. */
import path from "node:path"
import type { Clock } from "@/lib/core/clock"
import { type Held, tryHold } from "./lock-file"
import { preparePrivateFile, preparePrivateFolder } from "./private-folder"

const POLL_MS = 50

export class KeyLocks {
  readonly #folder: string
  readonly #clock: Pick<Clock, "sleep">
  /** For each key, the end of the last one in line within this process. */
  readonly #tails = new Map<string, Promise<void>>()

  constructor(folder: string, clock: Pick<Clock, "sleep">) {
    this.#folder = folder
    this.#clock = clock
  }

  /** Resolves once nobody else holds this key's lock; first come, first served within this process. Rejects when aborted. */
  async lock(keyRef: string, signal?: AbortSignal): Promise<Held> {
    signal?.throwIfAborted()
    const file = this.#fileOf(keyRef)
    const { before, leave } = this.#standInLine(keyRef)
    try {
      await orAborted(before, signal)
      const held = await this.#poll(file, signal)
      return {
        release: () => {
          held.release()
          leave()
        },
      }
    } catch (problem) {
      leave()
      throw problem
    }
  }

  #standInLine(keyRef: string): { before: Promise<void>; leave: () => void } {
    const before = this.#tails.get(keyRef) ?? Promise.resolve()
    const { promise: left, resolve: leave } = withResolvers()
    // Who gives up keeps the place until those in front are done, so that nobody overtakes them.
    const tail = before.then(() => left)
    this.#tails.set(keyRef, tail)
    void tail.then(() => {
      if (this.#tails.get(keyRef) === tail) this.#tails.delete(keyRef)
    })
    return { before, leave }
  }

  async #poll(file: string, signal: AbortSignal | undefined): Promise<Held> {
    for (;;) {
      signal?.throwIfAborted()
      const held = tryHold(file)
      if (held) return held
      // Asked again and again rather than waited for inside SQLite, which would stop everything else in this process.
      await this.#clock.sleep(POLL_MS, signal)
    }
  }

  #fileOf(keyRef: string): string {
    if (!/^[0-9a-f]{16,}$/.test(keyRef)) throw new Error("a key is locked by its reference only")
    const file = path.join(this.#folder, `${keyRef}.lock`)
    for (const prepared of [preparePrivateFolder(this.#folder), preparePrivateFile(file)]) {
      if (!prepared.ok) throw new Error(prepared.error.message)
    }
    return file
  }
}

function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}

/** Settles with `waiting`, or rejects with the signal's reason. */
async function orAborted(waiting: Promise<void>, signal: AbortSignal | undefined): Promise<void> {
  if (!signal) return waiting
  let abort = () => {}
  const aborted = new Promise<never>((_, reject) => {
    abort = () => reject(signal.reason)
    signal.addEventListener("abort", abort)
  })
  try {
    await Promise.race([waiting, aborted])
  } finally {
    signal.removeEventListener("abort", abort)
  }
}
