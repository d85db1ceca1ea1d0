import { ok } from "@/lib/core/result"
import type { AdmittedCall, Reply } from "./method"

const textOf = (seconds: number) => String(seconds)

/**
 * The key about itself, in the form of Kraken's reference: moments are texts, "0" is not set, the nonce window is a number.
 * In Kraken's own example the last use is the very call that asks, and so it is here.
 */
export function getApiKeyInfo({ key, account, nonce }: AdmittedCall): Reply {
  return ok({
    apiKeyName: key.name,
    apiKey: key.material.apiKey,
    nonce,
    nonceWindow: key.settings.nonceWindow,
    permissions: key.settings.permissions,
    iban: account.iban,
    validUntil: textOf(key.settings.validUntilS),
    queryFrom: textOf(key.settings.queryFromS),
    queryTo: textOf(key.settings.queryToS),
    createdTime: textOf(key.createdAtS),
    modifiedTime: textOf(key.modifiedAtS),
    ipAllowlist: key.settings.ipAllowlist,
    lastUsed: key.lastUsedAtS === null ? null : textOf(key.lastUsedAtS),
  })
}
