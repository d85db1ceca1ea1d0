/** How each failure kind comes about, at a sandbox that misbehaves on purpose or with a credential that is not right. */
import { randomBytes } from "node:crypto"
import type { FailureKind } from "@/lib/audit/failure-kinds"
import type { Fault } from "@/lib/sandbox/faults"
import type { Credentials, LoopbackSandbox } from "./loopback-sandbox"

export interface FailureRecipe {
  readonly kind: FailureKind
  /** Sets the scene and returns what the person enters. */
  readonly prepare: (kraken: LoopbackSandbox) => Credentials
  /** Changes the scene after one good or failed reading; the second reading then shows the failure. */
  readonly between?: (kraken: LoopbackSandbox) => void
}

const PATH = "/0/private/GetApiKeyInfo"

const plain = (kraken: LoopbackSandbox) => kraken.credentials(kraken.make({ name: "my key" }))

function meeting(fault: Fault, times = 1): FailureRecipe["prepare"] {
  return (kraken) => {
    kraken.sandbox.faults.next(fault, { times, path: PATH })
    return plain(kraken)
  }
}

const answering = (...errors: string[]) => meeting({ kind: "errors", errors }, 3)

export const FAILURE_RECIPES: readonly FailureRecipe[] = [
  { kind: "wrong-key", prepare: (kraken) => ({ ...plain(kraken), apiKey: randomBytes(42).toString("base64") }) },
  {
    kind: "wrong-secret",
    prepare: (kraken) => ({
      ...kraken.credentials(kraken.make({ name: "my key", otp: "static" })),
      otp: "not the password",
    }),
  },
  {
    kind: "otp-required",
    prepare: (kraken) => ({ ...kraken.credentials(kraken.make({ name: "my key", otp: "static" })), otp: null }),
  },
  {
    kind: "ip-not-allowed",
    prepare: plain,
    between: ({ sandbox }) => {
      for (const { id } of sandbox.keys()) sandbox.editKey(id, { ipAllowlist: ["192.0.2.1"] })
    },
  },
  { kind: "nonce", prepare: answering("EAPI:Invalid nonce") },
  {
    kind: "clock",
    prepare: (kraken) => {
      kraken.sandbox.faults.clockSkewMs = 90_000
      return answering("EAPI:Invalid nonce")(kraken)
    },
  },
  { kind: "throttled", prepare: answering("EAPI:Rate limit exceeded") },
  { kind: "locked-out", prepare: answering("EGeneral:Temporary lockout") },
  { kind: "paused", prepare: meeting({ kind: "errors", errors: ["EGeneral:Temporary lockout"] }), between: () => {} },
  { kind: "kraken-unavailable", prepare: answering("EService:Unavailable") },
  { kind: "unreachable", prepare: meeting({ kind: "reset" }) },
  { kind: "timeout", prepare: meeting({ kind: "hang" }) },
  { kind: "malformed-answer", prepare: meeting({ kind: "malformed-json" }) },
  { kind: "unknown-method", prepare: answering("EGeneral:Unknown method") },
  {
    kind: "malformed-credential",
    prepare: (kraken) => ({ ...plain(kraken), secret: randomBytes(48).toString("base64") }),
  },
  { kind: "incident", prepare: meeting({ kind: "txid" }) },
  { kind: "unexpected", prepare: answering("EQuery:Nobody has seen this one") },
]
