import { randomBytes } from "node:crypto"
import type { Signer } from "@/lib/core/signer"

export interface FakeSigner extends Signer {
  readonly apiKey: string
  readonly signed: { path: string; nonce: string; body: string }[]
}

/** Signs with noise. `otp` goes behind each body as a key with a one-time password demands. */
export function fakeSigner(otp?: string): FakeSigner {
  const apiKey = randomBytes(42).toString("base64")
  const signed: FakeSigner["signed"] = []
  return {
    apiKey,
    last4: apiKey.slice(-4),
    signed,
    async sign(call) {
      signed.push(call)
      const headers = { "API-Key": apiKey, "API-Sign": randomBytes(64).toString("base64") }
      return { headers, body: otp === undefined ? call.body : `${call.body}&otp=${encodeURIComponent(otp)}` }
    },
  }
}
