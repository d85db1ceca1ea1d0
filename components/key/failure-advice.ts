import type { FailureKind } from "@/lib/audit/failure-kinds"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { KeyView } from "@/lib/protocol/key-view"

/** The one thing to do after a failed reading, as a control of the page. */
export type NextStep = "paste-again" | "one-time-code" | "choose-scale" | "read-again" | "read-anyway" | "none"

const STEPS: Record<FailureKind, NextStep> = {
  "wrong-key": "paste-again",
  "wrong-secret": "paste-again",
  "otp-required": "one-time-code",
  "ip-not-allowed": "read-again",
  nonce: "choose-scale",
  clock: "read-again",
  throttled: "read-again",
  "locked-out": "read-again",
  paused: "read-anyway",
  "kraken-unavailable": "read-again",
  unreachable: "read-again",
  timeout: "read-again",
  "malformed-answer": "read-again",
  "unknown-method": "read-again",
  "malformed-credential": "paste-again",
  incident: "none",
  unexpected: "read-again",
}

/** Exhaustive over the kinds. Without its secret a key can only be given it again, whatever else went wrong. */
export function nextStepFor(
  kind: FailureKind,
  { secret, otp, sample }: Pick<KeyView, "secret" | "otp" | "sample">,
): NextStep {
  const step = STEPS[kind]
  if (step === "none") return step
  if (secret === "gone") return "paste-again"
  // With a code among what was signed, a spent or mistyped code is likelier than a wrong secret.
  if (kind === "wrong-secret" && otp === "code") return "one-time-code"
  // Nobody can paste a sample key: it is mended in the sample settings and read again.
  return sample && step === "paste-again" ? "read-again" : step
}

/** Whether one try just under the clock may be offered: only where the program's clock scale was named. */
export function mayGoBetweenCalls(kind: FailureKind, scale: NonceScale | null): boolean {
  return kind === "nonce" && scale !== null && !["unused", "counter", "unknown"].includes(scale)
}
