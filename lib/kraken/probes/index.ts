import type { Probe } from "../define-probe"
import { apiKeyInfo } from "./api-key-info"
import { serverTime } from "./server-time"

/** Every call that Keytrim can make. What does not stand here is never sent. */
export const PROBES: readonly Probe<unknown, unknown>[] = Object.freeze([serverTime, apiKeyInfo])
