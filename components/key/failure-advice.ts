import type { FailureKind } from "@/lib/audit/failure-kinds"
import type { NonceScale } from "@/lib/catalog/nonce-scales"

/** The one thing to do after a failed reading, as a control of the page. */
export type NextStep = "paste-again" | "one-time-code" | "choose-scale" | "read-again" | "read-anyway" | "none"

export interface FailureAdvice {
  readonly title: string
  readonly step: NextStep
}

const ADVICE: Record<FailureKind, FailureAdvice> = {
  "wrong-key": { title: "Kraken does not accept this key", step: "paste-again" },
  "wrong-secret": { title: "Kraken does not accept the secret", step: "paste-again" },
  "otp-required": { title: "This key has a second factor of its own", step: "one-time-code" },
  "ip-not-allowed": { title: "This key probably works only from other addresses", step: "read-again" },
  nonce: { title: "Kraken wants a larger number than Keytrim may send", step: "choose-scale" },
  clock: { title: "This computer’s clock is off", step: "read-again" },
  throttled: { title: "Kraken asks for a pause", step: "read-again" },
  "locked-out": { title: "Kraken has locked calls for a while", step: "read-again" },
  paused: { title: "Keytrim has paused signed calls", step: "read-anyway" },
  "kraken-unavailable": { title: "Kraken is not available now", step: "read-again" },
  unreachable: { title: "Kraken cannot be reached from this computer", step: "read-again" },
  timeout: { title: "Kraken did not answer in time", step: "read-again" },
  "malformed-answer": { title: "Kraken’s answer could not be read", step: "read-again" },
  "unknown-method": { title: "The other side does not know this call", step: "read-again" },
  "malformed-credential": { title: "This key or its secret is not complete", step: "paste-again" },
  incident: { title: "Something happened that must not happen", step: "none" },
  unexpected: { title: "The reading ended in an unforeseen way", step: "read-again" },
}

/** Exhaustive over the kinds; without its secret a key can only be given it again, whatever else went wrong. */
export function adviceFor(kind: FailureKind, secret: "held" | "gone"): FailureAdvice {
  const advice = ADVICE[kind]
  return secret === "gone" && advice.step !== "none" ? { ...advice, step: "paste-again" } : advice
}

/** Whether one try just under the clock may be offered: only where the program's clock scale was named. */
export function mayGoBetweenCalls(kind: FailureKind, scale: NonceScale | null): boolean {
  return kind === "nonce" && scale !== null && !["unused", "counter", "unknown"].includes(scale)
}
