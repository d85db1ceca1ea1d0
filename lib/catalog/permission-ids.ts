import * as z from "zod/mini"

/** Kraken's own wire words, in the order of its key screen. */
export const PERMISSION_IDS = [
  "query-funds",
  "add-funds",
  "withdraw-funds",
  "earn-funds",
  "query-open-trades",
  "query-closed-trades",
  "modify-trades",
  "close-trades",
  "query-ledger",
  "export-data",
  "create-ws-token",
  "add-withdraw-address",
  "update-withdraw-address",
] as const

export const permissionIdSchema = z.enum(PERMISSION_IDS)
export type PermissionId = z.infer<typeof permissionIdSchema>

export function isPermissionId(word: string): word is PermissionId {
  return (PERMISSION_IDS as readonly string[]).includes(word)
}
