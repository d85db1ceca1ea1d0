/** Opens what Keytrim remembers over restarts and shares with other processes on this machine. */
import { statSync } from "node:fs"
import path from "node:path"
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"
import type { Secret } from "@/lib/core/secret"
import { Documents, type Parse } from "./documents"
import type { HistoryProblem } from "./history-problem"
import { KeyLocks } from "./key-lock"
import { createKeyRefs } from "./key-ref"
import type { Held } from "./lock-file"
import { APPLICATION_ID, latestVersion, migrate } from "./migrate"
import { MIGRATIONS } from "./migrations/index"
import { preparePrivateFile, preparePrivateFolder } from "./private-folder"
import { type Database, isDamage, openDatabase, pragmaNumber } from "./sqlite"

export interface History {
  /** The keyed hash by which a key is known here; never the key itself. */
  keyRef(originUrl: string, apiKey: Secret): string
  /** What is remembered of each key, by its reference. */
  keyStates<State>(parse: Parse<State>): Documents<State>
  /** Refusals and pauses, by origin. */
  breakers<State>(parse: Parse<State>): Documents<State>
  /** Exclusive among all processes on this folder. Rejects when aborted. */
  lockKey(keyRef: string, signal?: AbortSignal): Promise<Held>
  close(): void
}

const FILE_NAME = "history.sqlite"

function damaged(file: string): HistoryProblem {
  return {
    kind: "damaged",
    message: `${file} is damaged. Keytrim left it as it is: move it away to start anew, or put a copy of it back.`,
  }
}

/** Looks without touching: a damaged or foreign file must stay exactly as it was found. */
function inspect(file: string): Result<null, HistoryProblem> {
  if (statSync(file).size === 0) return ok(null)
  const database = openDatabase(file, { readOnly: true })
  try {
    const rows = database.prepare("PRAGMA integrity_check(1)").all()
    if (!rows.some((row) => Object.values(row)[0] === "ok")) return err(damaged(file))
    const version = pragmaNumber(database, "user_version")
    if (version > 0 && pragmaNumber(database, "application_id") !== APPLICATION_ID) return err(damaged(file))
    if (version <= latestVersion(MIGRATIONS)) return ok(null)
    return err({
      kind: "newer",
      message: `${file} was written by a newer Keytrim. Start that one, or set another KEYTRIM_HOME.`,
    })
  } finally {
    database.close()
  }
}

function openMigrated(file: string): Database {
  const database = openDatabase(file)
  try {
    // Write-ahead log, synced at every commit: a crash or a power cut loses nothing that was said to be stored.
    database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;")
    migrate(database, MIGRATIONS)
    return database
  } catch (problem) {
    database.close()
    throw problem
  }
}

function historyOn(database: Database, locks: KeyLocks): History {
  return {
    keyRef: createKeyRefs(database),
    keyStates: (parse) => new Documents(database, "key_states", parse),
    breakers: (parse) => new Documents(database, "breakers", parse),
    lockKey: (keyRef, signal) => locks.lock(keyRef, signal),
    close: () => {
      if (!database.isOpen) return
      // Closing alone would leave this to the moment when the last statement is collected, which may never come.
      database.exec("PRAGMA wal_checkpoint(TRUNCATE)")
      database.close()
    },
  }
}

/** Foreseen problems (folder, rights, damage, a newer file) are values; the file is then left as it was. */
export function openHistory(folder: string, clock: Pick<Clock, "sleep">): Result<History, HistoryProblem> {
  const file = path.join(folder, FILE_NAME)
  const prepared = preparePrivateFolder(folder)
  if (!prepared.ok) return prepared
  const own = preparePrivateFile(file)
  if (!own.ok) return own
  try {
    const sound = inspect(file)
    if (!sound.ok) return sound
    return ok(historyOn(openMigrated(file), new KeyLocks(path.join(folder, "locks"), clock)))
  } catch (problem) {
    if (isDamage(problem)) return err(damaged(file))
    throw problem
  }
}
