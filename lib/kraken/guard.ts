import type { Probe } from "./define-probe"
import { neverSend } from "./never-send"
import { PROBES } from "./probes"

/** Something tried to send what no registered probe declares. It is a defect of Keytrim, never the person's; nothing was sent. */
export class GuardError extends Error {
  readonly code = "refused-by-guard"
  constructor(reason: string) {
    super(`refused before sending: ${reason}`)
    this.name = "GuardError"
  }
}

export interface Outgoing {
  readonly method: string
  readonly path: string
  /** The exact body that will be signed; null where there is none. */
  readonly body: string | null
}

/** Name and value of each form field, in order. Nothing is tolerated that a server could read in a second way. */
function fieldsOf(body: string): readonly (readonly [string, string])[] {
  return body.split("&").map((field) => {
    const at = field.indexOf("=")
    if (!/^[A-Za-z0-9_.~!'()*%-]+=[A-Za-z0-9_.~!'()*%-]*$/.test(field))
      throw new GuardError("the body is not a plain form")
    try {
      return [decodeURIComponent(field.slice(0, at)), decodeURIComponent(field.slice(at + 1))]
    } catch {
      throw new GuardError("the body is not a plain form")
    }
  })
}

/**
 * Runs before signing, on what will be sent to the letter: the probe is one of the registered objects (the same object, not a
 * look-alike), and path, method and body are what it declares, plus one nonce in front. Throws a GuardError otherwise.
 */
export function guardOutgoing(probe: Probe<unknown, unknown>, outgoing: Outgoing): void {
  if (!PROBES.includes(probe)) throw new GuardError("not a registered probe")
  if (outgoing.path !== probe.path || outgoing.method !== probe.method) throw new GuardError("not the probe's call")
  const fields = outgoing.body === null ? [] : fieldsOf(outgoing.body)
  const declared = Object.entries(probe.parameters)
  if (probe.signed) {
    const [nonce, ...rest] = fields
    if (nonce?.[0] !== "nonce" || !/^[1-9]\d{0,19}$/.test(nonce[1])) throw new GuardError("the nonce is not a number")
    requireSame(rest, declared)
  } else {
    requireSame(fields, declared)
  }
  const forbidden = neverSend(outgoing.path, Object.fromEntries(fields))
  if (forbidden) throw new GuardError(forbidden)
}

function requireSame(found: readonly (readonly [string, string])[], declared: readonly (readonly [string, string])[]) {
  const same =
    found.length === declared.length &&
    declared.every(([name, value], at) => {
      const field = found[at]
      return field?.[0] === name && field[1] === value
    })
  if (!same) throw new GuardError("the body is not what the probe declares")
}

/** After signing: what comes back is the guarded body, or that and one one-time password. Throws a GuardError otherwise. */
export function guardSigned(guarded: string, signed: string): { readonly otp: string | null } {
  if (signed === guarded) return { otp: null }
  const added = signed.startsWith(`${guarded}&otp=`) ? signed.slice(guarded.length) : ""
  const otp = /^&otp=([A-Za-z0-9_.~!'()*%-]+)$/.exec(added)?.[1]
  if (otp === undefined) throw new GuardError("the signer changed the body")
  return { otp: decodeURIComponent(otp) }
}
