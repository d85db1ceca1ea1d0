import { err } from "@/lib/core/result"
import { ACCOUNT_READS } from "./account-reads"
import { EXPORTS } from "./exports"
import { FUNDING } from "./funding"
import { getApiKeyInfo } from "./key-info"
import type { Method } from "./method"
import { ORDERS } from "./orders"

const METHODS: Readonly<Record<string, Method>> = {
  "/0/private/GetApiKeyInfo": getApiKeyInfo,
  ...ACCOUNT_READS,
  ...ORDERS,
  ...FUNDING,
  ...EXPORTS,
}

const notBuilt: Method = () => err("EAPI:Feature disabled")

/** What a catalogued call does. Calls that the sandbox does not play say so, after their permission was checked like any other's. */
export function methodOf(path: string): Method {
  return METHODS[path] ?? notBuilt
}
