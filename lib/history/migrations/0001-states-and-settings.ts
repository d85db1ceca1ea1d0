import type { Migration } from "./migration"

/** What is remembered of keys and of pauses, each as one JSON document, and the few settings of the folder itself. */
export const statesAndSettings: Migration = {
  version: 1,
  sql: `
    CREATE TABLE settings (name TEXT PRIMARY KEY, value BLOB NOT NULL) STRICT, WITHOUT ROWID;
    CREATE TABLE key_states (id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (json_valid(state))) STRICT, WITHOUT ROWID;
    CREATE TABLE breakers (id TEXT PRIMARY KEY, state TEXT NOT NULL CHECK (json_valid(state))) STRICT, WITHOUT ROWID;
  `,
}
