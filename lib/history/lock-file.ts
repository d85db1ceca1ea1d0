/** Exclusive among all processes by a transaction on a small file of its own; the system frees it when a process dies. */
import { isBusy, openDatabase } from "./sqlite"

export interface Held {
  /** May be called more than once. */
  release(): void
}

/** Takes the lock, or answers null at once where somebody else holds it. `file` exists already. */
export function tryHold(file: string): Held | null {
  const database = openDatabase(file, { waitMs: 0 })
  try {
    // Nothing is ever written into the file, so no journal has to lie beside it.
    database.exec("PRAGMA journal_mode = MEMORY")
    database.exec("BEGIN EXCLUSIVE")
  } catch (problem) {
    database.close()
    if (isBusy(problem)) return null
    throw problem
  }
  return {
    release: () => {
      // Closing ends the transaction.
      if (database.isOpen) database.close()
    },
  }
}
