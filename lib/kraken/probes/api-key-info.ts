import { defineProbe } from "../define-probe"
import { apiKeyInfoSchema, keyFactsFrom } from "../parse-api-key-info"

/** What a key may do and where it is limited, in Kraken's own words. It needs no permission. */
export const apiKeyInfo = defineProbe({
  id: "api-key-info",
  method: "POST",
  path: "/0/private/GetApiKeyInfo",
  parameters: {},
  effect: "reads",
  counterCost: 1,
  signed: true,
  harmless: "It asks Kraken to describe the key that signed the call; there is nothing in it that could be changed.",
  source: { url: "https://docs.kraken.com/api-reference/account-data/get-api-key-info", seen: "2026-08" },
  reply: apiKeyInfoSchema,
  reveals: keyFactsFrom,
})
