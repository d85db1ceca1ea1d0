import type * as z from "zod"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Result } from "@/lib/core/result"
import { neverSend } from "./never-send"

/**
 * `reads`: asks only. `validates-only`: Kraken checks an order and places none. `cannot-apply`: names a target that does not exist.
 * `mints-token`: Kraken hands out a short-lived token, which is dropped.
 */
export type ProbeEffect = "reads" | "validates-only" | "cannot-apply" | "mints-token"

/** What was known when the call was made, for turning a reply into facts. */
export interface Asking {
  /** When the answer came, ISO 8601. */
  readonly at: string
  /** The public key that signed; null for a public call. It is compared, never kept. */
  readonly apiKey: string | null
  readonly nonceScale: NonceScale | null
}

/** One call that Keytrim may make. Only objects registered in `probes/index.ts` are ever sent, exactly as they stand here. */
export interface Probe<Reply, Revealed> {
  /** Names the endpoint, and the file. */
  readonly id: string
  readonly method: "GET" | "POST"
  readonly path: string
  /** Everything that is sent besides nonce and one-time password. */
  readonly parameters: Readonly<Record<string, string>>
  readonly effect: ProbeEffect
  /** Points on the key's call counter, on the strict reading. */
  readonly counterCost: number
  readonly signed: boolean
  /** One sentence for the page: why this call cannot change anything. */
  readonly harmless: string
  readonly source: { readonly url: string; readonly seen: string }
  readonly reply: z.ZodType<Reply>
  /** What the reply tells; an error (a sentence) where the reply contradicts itself or the call. */
  reveals(reply: Reply, asking: Asking): Result<Revealed, string>
}

/** Checks and freezes a probe; throws where it could change something, so that such a one cannot even be loaded. */
export function defineProbe<Reply, Revealed>(probe: Probe<Reply, Revealed>): Probe<Reply, Revealed> {
  const forbidden = neverSend(probe.path, probe.parameters)
  if (forbidden) throw new Error(`probe ${probe.id}: ${forbidden}`)
  if (!probe.path.startsWith(probe.signed ? "/0/private/" : "/0/public/"))
    throw new Error(`probe ${probe.id}: only private calls are signed, and all of them are`)
  if ("nonce" in probe.parameters || "otp" in probe.parameters)
    throw new Error(`probe ${probe.id}: nonce and one-time password are added by the client alone`)
  return Object.freeze({ ...probe, parameters: Object.freeze({ ...probe.parameters }) })
}
