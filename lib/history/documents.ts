/** Small states as JSON, one row each. Every write is on the disk before it returns; what is read is parsed by the caller's schema. */
import { type Database, inTransaction } from "./sqlite"

/** Turns stored JSON into a state; throws where it does not fit, which only a damaged or foreign row can cause. */
export type Parse<State> = (stored: unknown) => State

type Table = "key_states" | "breakers"

export class Documents<State> {
  readonly #database: Database
  readonly #table: Table
  readonly #parse: Parse<State>

  constructor(database: Database, table: Table, parse: Parse<State>) {
    this.#database = database
    this.#table = table
    this.#parse = parse
  }

  load(id: string): State | null {
    const row: unknown = this.#database.prepare(`SELECT state FROM ${this.#table} WHERE id = ?`).get(id)
    if (row === undefined) return null
    if (typeof row !== "object" || row === null || !("state" in row)) throw new Error("a stored state has no text")
    return this.#parse(JSON.parse(String(row.state)))
  }

  save(id: string, state: State): void {
    this.#database
      .prepare(
        `INSERT INTO ${this.#table} (id, state) VALUES (?, ?) ON CONFLICT (id) DO UPDATE SET state = excluded.state`,
      )
      .run(id, JSON.stringify(state))
  }

  /** Reads, changes and writes as one step, which no other process can come between. */
  update(id: string, change: (state: State | null) => State): State {
    return inTransaction(this.#database, () => {
      const state = change(this.load(id))
      this.save(id, state)
      return state
    })
  }
}
