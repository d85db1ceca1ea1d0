import type { KrakenDeps, KrakenEvent, ReadKeyOutcome, ReadKeyRequest } from "./contract"

const SOON_MS = 250
const WAITING = "Another reading of this key is under way. This one begins when it is done."

function abortError(): DOMException {
  return new DOMException("the reading was stopped", "AbortError")
}

/**
 * Runs a reading while no other reading of this key runs on this machine. The lock is freed however the reading ends, also where
 * nobody asks for its next event any more; an abort then throws an AbortError.
 */
export async function* underLock(
  { store, clock }: Pick<KrakenDeps, "store" | "clock">,
  { keyRef, signal }: Pick<ReadKeyRequest, "keyRef" | "signal">,
  reading: () => AsyncGenerator<KrakenEvent, ReadKeyOutcome>,
): AsyncGenerator<KrakenEvent, ReadKeyOutcome> {
  if (signal.aborted) throw abortError()
  const leaving = new AbortController()
  const leave = () => leaving.abort(abortError())
  signal.addEventListener("abort", leave)
  const lock = store.lockKey(keyRef, leaving.signal)
  try {
    const asked = clock.sleep(SOON_MS, leaving.signal).then(() => null)
    if ((await Promise.race([lock, asked])) === null)
      yield { type: "waiting", reason: "lock", text: WAITING, untilMs: null }
    await lock
    return yield* reading()
  } catch (problem) {
    throw signal.aborted ? abortError() : problem
  } finally {
    signal.removeEventListener("abort", leave)
    leave()
    await lock.then(
      (held) => held.release(),
      () => undefined,
    )
  }
}
