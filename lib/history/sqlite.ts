/** SQLite as `node:sqlite` would give it, on every Node that Keytrim runs on. Only this room loads it. */
import { createRequire } from "node:module"

// Through require: bundlers would otherwise pull the package in, and its binaries would not come along.
const { DatabaseSync } = createRequire(import.meta.url)(
  "@photostructure/sqlite",
) as typeof import("@photostructure/sqlite")

export type Database = InstanceType<typeof DatabaseSync>

/** SQLite's own result codes, of which an extended code holds one in its lowest byte. */
const CODES = { busy: 5, corrupt: 11, notADatabase: 26 } as const

/** How long a write may wait for another process that writes (ms); those take less than one. */
const BUSY_TIMEOUT_MS = 5_000

export function openDatabase(file: string, options: { readOnly?: boolean; waitMs?: number } = {}): Database {
  const { readOnly = false, waitMs = BUSY_TIMEOUT_MS } = options
  return new DatabaseSync(file, { readOnly, timeout: waitMs, enableForeignKeyConstraints: true })
}

function codeOf(problem: unknown): number | null {
  if (typeof problem !== "object" || problem === null || !("errcode" in problem)) return null
  return typeof problem.errcode === "number" ? problem.errcode & 0xff : null
}

export function isBusy(problem: unknown): boolean {
  return codeOf(problem) === CODES.busy
}

/** Whether SQLite says that the file cannot be trusted. */
export function isDamage(problem: unknown): boolean {
  const code = codeOf(problem)
  return code === CODES.corrupt || code === CODES.notADatabase
}

/** Runs `work` as one transaction that excludes every other writer from its first reading on; a throw undoes it. */
export function inTransaction<Value>(database: Database, work: () => Value): Value {
  database.exec("BEGIN IMMEDIATE")
  try {
    const value = work()
    database.exec("COMMIT")
    return value
  } catch (problem) {
    if (database.isTransaction) database.exec("ROLLBACK")
    throw problem
  }
}

/** The single number that a pragma answers. */
export function pragmaNumber(database: Database, name: "user_version" | "application_id"): number {
  const row: unknown = database.prepare(`PRAGMA ${name}`).get()
  const value = typeof row === "object" && row !== null ? Object.values(row)[0] : undefined
  if (typeof value !== "number") throw new Error(`SQLite gave no number for ${name}`)
  return value
}
