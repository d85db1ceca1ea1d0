/** A rule: one question about a key, with everything that is ever said about it. */
import type { Source } from "@/lib/catalog/purpose"
import type { ExampleKey } from "./example-key"
import type { Fix } from "./fixes/fix"
import type { Severity } from "./report-schema"
import type { Given, InputName } from "./rule-inputs"

/** One thing that is wrong. What is left out is as the rule says. */
export interface Failing {
  /** A permission or the name of a fact; null for the key as a whole. */
  readonly subject: string | null
  readonly why: string
  readonly title?: string
  readonly severity?: Severity
  /** What to change; null where nothing on Kraken's key screen would help. */
  readonly fix: Fix | null
}

export type CheckResult =
  | { readonly state: "pass" }
  | { readonly state: "fail"; readonly failing: readonly Failing[] }
  | { readonly state: "not-applicable"; readonly reason: string }

export const pass = (): CheckResult => ({ state: "pass" })
export const fail = (...failing: readonly [Failing, ...Failing[]]): CheckResult => ({ state: "fail", failing })
export const notApplicable = (reason: string): CheckResult => ({ state: "not-applicable", reason })
/** Fails once for each; passes where there is none. */
export const failForEach = (failing: readonly Failing[]): CheckResult =>
  failing.length === 0 ? pass() : { state: "fail", failing }

export interface Example {
  /** One sentence about the key. */
  readonly says: string
  readonly key: ExampleKey
  /** Ids of purposes. */
  readonly purposes?: readonly string[]
  readonly expect: CheckResult["state"] | "unknown"
}

export interface Rule<Name extends InputName = InputName> {
  /** The failing state as a noun phrase; also the name of the file. */
  readonly id: string
  /** Whether failing is a danger, or only in the way of the program that uses the key. */
  readonly concerns: "safety" | "working"
  /** What a finding weighs unless it says otherwise. */
  readonly severity: Severity
  readonly title: { readonly pass: string; readonly fail: string }
  /** Why anyone should care. */
  readonly rationale: string
  readonly source: Source
  /** Inputs that must be known before the rule is asked; it sees no others. */
  readonly requires: readonly Name[]
  readonly check: (given: Given<Name>) => CheckResult
  readonly examples: readonly Example[]
}

export function defineRule<const Name extends InputName>(rule: Rule<Name>): Rule<Name> {
  return Object.freeze(rule)
}
