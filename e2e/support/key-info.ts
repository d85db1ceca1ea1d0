const seconds = (daysFromNow: number) => String(Math.floor(Date.now() / 1000) + daysFromNow * 86_400)

/** What GetApiKeyInfo answers for a key, in the form of Kraken's published example: moments as strings, "0" for not set. */
export function keyInfo(
  name: string,
  permissions: readonly string[],
  changes: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    apiKeyName: name,
    nonceWindow: 0,
    permissions,
    iban: "AA00 0000 0000 0000",
    validUntil: seconds(60),
    queryFrom: "0",
    queryTo: "0",
    createdTime: seconds(-30),
    modifiedTime: seconds(-30),
    ipAllowlist: ["192.0.2.7"],
    lastUsed: null,
    ...changes,
  }
}
