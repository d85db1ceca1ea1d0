import { err, type Result } from "@/lib/core/result"
import type { Account } from "../account"
import type { SandboxKey } from "../sandbox-key"
import type { CallParameters } from "../sandbox-request"

/** A call that passed every check of key, signature, nonce, counter and permission. */
export interface AdmittedCall {
  readonly key: SandboxKey
  readonly account: Account
  readonly parameters: CallParameters
  /** The accepted nonce, in decimal digits. */
  readonly nonce: string
  readonly nowMs: number
  nextId(): number
}

/** What Kraken puts into `result`, or its error string. */
export type Reply = Result<unknown, string>

export type Method = (call: AdmittedCall) => Reply

/** Names the parameter at fault after the colon: that there may be a detail is documented, its wording is the sandbox's. */
export const invalidArgument = (parameter: string): Reply => err(`EGeneral:Invalid arguments:${parameter}`)

export const secondsOf = (call: AdmittedCall) => Math.floor(call.nowMs / 1000)
