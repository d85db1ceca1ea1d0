import type { Migration } from "./migrations/migration"
import { type Database, inTransaction, pragmaNumber } from "./sqlite"

/** Marks the file as Keytrim's ("Ktrm"), so that another program's database is not taken for ours. */
export const APPLICATION_ID = 0x4b74726d

export function latestVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0
}

/** Brings the database to the latest form, each step whole or not at all. Another process may do the same at the same moment. */
export function migrate(database: Database, migrations: readonly Migration[]): void {
  for (const { version, sql } of migrations) {
    inTransaction(database, () => {
      // Looked at inside the transaction: the other process may have been quicker.
      if (pragmaNumber(database, "user_version") >= version) return
      database.exec(sql)
      database.exec(`PRAGMA user_version = ${version}; PRAGMA application_id = ${APPLICATION_ID};`)
    })
  }
}
