/** What to say when a reading brought no facts: the most useful first suspicion, what else it may be, and one thing to do. */
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { Failure, FailureKind } from "./failure-kinds"
import { printable } from "./wording"

/** What is known of a failure. Nothing that a person typed belongs in here. */
export interface FailureCircumstances {
  readonly kind: FailureKind
  /** From Kraken's error array. */
  readonly krakenText: string | null
  /** Overrides what the kind says. */
  readonly retryable?: boolean
  /** This machine's clock minus Kraken's. */
  readonly clockSkewMs?: number | null
  readonly otpGiven?: boolean
  /** When a next call is sensible, where that is known. */
  readonly pausedUntilMs?: number | null
  /** What the person said about the program on this key. */
  readonly nonceScale?: NonceScale | null
  /** Whether the one try just under the clock was made. */
  readonly betweenCalls?: boolean
}

/** A failure with the one thing to do next. */
export type DescribedFailure = Failure & { readonly nextStep: string }

interface FailureText {
  readonly title: string
  readonly message: (circumstances: FailureCircumstances) => string
  readonly nextStep: (circumstances: FailureCircumstances) => string
  readonly retryable: boolean
}

const say = (text: string) => (): string => text

function seconds(skewMs: number): string {
  return `${Math.round(Math.abs(skewMs) / 1000).toLocaleString("en-GB")} seconds`
}

const TEXTS: Readonly<Record<FailureKind, FailureText>> = Object.freeze({
  "wrong-key": {
    title: "Kraken does not know this key",
    message: say(
      "Probably part of the key is missing, or the key was deleted, disabled or has expired. It may also be a Futures key, or have an IP list without this machine; Kraken's answer does not tell these apart.",
    ),
    nextStep: say("See at Kraken whether the key is still there, then paste it again."),
    retryable: false,
  },
  "wrong-secret": {
    title: "Kraken does not accept the secret",
    message: ({ otpGiven }) =>
      otpGiven
        ? "Either the secret does not belong to this key, or the two-factor code was wrong, too old, or not asked for."
        : "The secret does not belong to this key, or is not complete. If the key has two-factor authentication, a missing code looks the same.",
    nextStep: ({ otpGiven }) =>
      otpGiven
        ? "Enter a fresh two-factor code. If that fails too, paste key and secret again."
        : "Paste key and secret again, both from the same key. If the key has two-factor authentication, enter its code or password too.",
    retryable: false,
  },
  "otp-required": {
    title: "This key seems to want a two-factor code",
    message: say(
      "Kraken refused the call as it does when a key's own two-factor code is missing. If the key has none, the secret does not belong to the key.",
    ),
    nextStep: say(
      "Enter the key's two-factor password or code and read again; if it has none, paste key and secret again.",
    ),
    retryable: false,
  },
  "ip-not-allowed": {
    title: "Probably not allowed from this machine",
    message: say(
      "This key was read from here before and has an IP list, so your address has probably changed. It may also have been deleted or disabled since.",
    ),
    nextStep: say(
      "Compare the key's IP address restriction at Kraken with your present public address, then read again.",
    ),
    retryable: false,
  },
  nonce: {
    title: "Another program uses this key's counter",
    message: ({ betweenCalls, nonceScale }) => {
      const busy = betweenCalls
        ? "Even the try between two calls came too late, so the program on this key calls very often or counts in smaller steps than named."
        : "Kraken has already seen a higher number from the program on this key: it calls very often, or counts in smaller steps than named."
      const note = nonceScale === "unused" ? " So something does use this key." : ""
      return `${busy}${note} Keytrim stopped so as not to lock that program out.`
    },
    nextStep: ({ betweenCalls, nonceScale, pausedUntilMs }) => {
      if (typeof pausedUntilMs === "number")
        return "Pause the program on this key, and read again when the countdown ends."
      if (betweenCalls) return "Pause the program on this key for a minute and read again."
      if (nonceScale === "counter")
        return "Stop the program on this key, or give Keytrim a key of its own, and read again."
      return nonceScale === "unused" || nonceScale === "unknown"
        ? "Say how the program on this key counts, or pause it for a minute, and read again."
        : "Pause the program on this key for a minute and read again, or allow one try between two of its calls."
    },
    retryable: true,
  },
  clock: {
    title: "This computer's clock is off",
    message: ({ clockSkewMs }) => {
      if (clockSkewMs === null || clockSkewMs === undefined) {
        return "The clock of this computer and Kraken's disagree, so the number of the call was not accepted."
      }
      const way = clockSkewMs < 0 ? "behind" : "ahead of"
      return `This computer's clock is about ${seconds(clockSkewMs)} ${way} Kraken's, so the number of the call was not accepted.`
    },
    nextStep: say("Let the computer set its clock from the internet, then read again."),
    retryable: true,
  },
  throttled: {
    title: "Kraken asks for a pause",
    message: say("The key has used up its calls for the moment, most likely through the program that uses it."),
    nextStep: say("Wait until the countdown ends, then read again."),
    retryable: true,
  },
  "locked-out": {
    title: "Kraken has locked calls out for a while",
    message: say(
      "Kraken does this after several refused calls. It may concern the whole account, your programs included, and each further try can prolong it.",
    ),
    nextStep: say("Wait until the countdown ends before anything is read again."),
    retryable: true,
  },
  paused: {
    title: "Keytrim has paused signed calls",
    message: say(
      "Kraken refused several calls, or locked them out. More refusals could lock out the whole account and the programs on it, so nothing signed is sent for now.",
    ),
    nextStep: say("Wait until the countdown ends, and check the keys that were refused."),
    retryable: true,
  },
  "kraken-unavailable": {
    title: "Kraken is not available",
    message: say(
      "Kraken answered that it is busy, or down for maintenance. Nothing is wrong with the key as far as we know.",
    ),
    nextStep: say("Read again in a few minutes."),
    retryable: true,
  },
  unreachable: {
    title: "Kraken could not be reached",
    message: say("No connection came about: the internet connection, a firewall, or Kraken itself."),
    nextStep: say("Check the internet connection, then read again."),
    retryable: true,
  },
  timeout: {
    title: "Kraken did not answer in time",
    message: say("The call was sent, but no answer came. It could only read, so nothing was changed."),
    nextStep: say("Read again in a minute."),
    retryable: true,
  },
  "malformed-answer": {
    title: "Kraken's answer could not be understood",
    message: say(
      "It was not in the form that Kraken documents. Something between here and Kraken may have changed it, or Kraken has changed its form.",
    ),
    nextStep: say("Read again in a minute. If it stays so, look for a newer Keytrim."),
    retryable: true,
  },
  "unknown-method": {
    title: "Kraken does not know this call",
    message: say("The call that lists a key's permissions is not offered here, so nothing can be said about the key."),
    nextStep: say("Look for a newer Keytrim, and judge the key on Kraken's key screen until then."),
    retryable: false,
  },
  "malformed-credential": {
    title: "This cannot be a Kraken key",
    message: say("Key or secret do not have the form that Kraken gives them. Nothing was sent."),
    nextStep: say("Copy key and secret again, whole and without anything around them."),
    retryable: false,
  },
  incident: {
    title: "Stop: Kraken reports an order",
    message: say(
      "Keytrim asked for nothing of the kind, yet the answer holds the number of an order. Everything was stopped.",
    ),
    nextStep: say("Open Orders at Kraken now, cancel any order that you do not know, and delete this key."),
    retryable: false,
  },
  unexpected: {
    title: "Something unexpected came back",
    message: say("Kraken refused the call for a reason that Keytrim does not know. Nothing can be said about the key."),
    nextStep: say("Look at what Kraken said, and read again later."),
    retryable: false,
  },
})

/** A few words for a headline. */
export function failureTitle(kind: FailureKind): string {
  return TEXTS[kind].title
}

/** The sentences for a failure, made from its kind and figures only: nothing that was entered is ever repeated. */
export function describeFailure(circumstances: FailureCircumstances): DescribedFailure {
  const { kind, krakenText } = circumstances
  const text = TEXTS[kind]
  return {
    kind,
    message: text.message(circumstances),
    krakenText: krakenText === null ? null : printable(krakenText),
    retryable: circumstances.retryable ?? text.retryable,
    nextStep: text.nextStep(circumstances),
  }
}
