import { createHmac, randomBytes } from "node:crypto"
import type { Secret } from "@/lib/core/secret"
import type { Database } from "./sqlite"

const HASH_KEY_BYTES = 32
const HASH_KEY_NAME = "key-ref-hash-key"
/** 160 bits, as hex digits: no two keys of a person will ever share them. */
const REF_LENGTH = 40

/** The random key of this data folder; made on first use, the same ever after. */
function hashKey(database: Database): Buffer {
  database
    .prepare("INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO NOTHING")
    .run(HASH_KEY_NAME, randomBytes(HASH_KEY_BYTES))
  const row: unknown = database.prepare("SELECT value FROM settings WHERE name = ?").get(HASH_KEY_NAME)
  if (typeof row !== "object" || row === null || !("value" in row) || !(row.value instanceof Uint8Array))
    throw new Error("the data folder has no hash key")
  return Buffer.from(row.value)
}

/**
 * How a key is known on disk: a keyed hash of where it is used and of its public half. Without the data folder's own random key
 * nobody can test whether a public key they know is among them.
 */
export function createKeyRefs(database: Database): (originUrl: string, apiKey: Secret) => string {
  const key = hashKey(database)
  return (originUrl, apiKey) =>
    createHmac("sha256", key).update(`${originUrl}\n${apiKey.expose()}`).digest("hex").slice(0, REF_LENGTH)
}
