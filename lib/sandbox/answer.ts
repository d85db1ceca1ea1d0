import type { Endpoint } from "@/lib/catalog/endpoint-schema"
import { satisfies } from "@/lib/catalog/need"
import { isPermissionId } from "@/lib/catalog/permission-ids"
import { err, ok, type Result } from "@/lib/core/result"
import { settleSafetySwitch } from "./account"
import { countCall } from "./call-counter"
import { ipAllowed } from "./ip-allowlist"
import { addStrike, clearStrikes, isLockedOut } from "./lockout"
import { methodOf } from "./methods/all-methods"
import type { Reply } from "./methods/method"
import { parseNonce, raiseNonce } from "./nonce-register"
import { acceptPassword } from "./one-time-password"
import { endpointOf } from "./routes"
import type { SandboxKey } from "./sandbox-key"
import { barePath, type CallParameters, headerOf, parametersOf, type SandboxRequest } from "./sandbox-request"
import { signatureMatches } from "./signature"
import type { SandboxState } from "./state"

/** Kraken's answer: the JSON it sends (with status 200, errors or not) and the error strings in it. */
export interface Answered {
  readonly body: string
  /** Empty where the call succeeded. */
  readonly errors: readonly string[]
}

/** What a request says of itself, wherever it says it; nothing of it is checked yet. */
export interface Claims {
  readonly parameters: CallParameters
  /** Empty where the request brings none; so is `otp`. */
  readonly nonce: string
  readonly otp: string
  readonly signedPath: string
  /** The key whose public half the request names. */
  readonly key: SandboxKey | null
}

const TIME_PATH = "/0/public/Time"

/** The funding API has nonce and one-time password in headers and signs the query string too; all others have both in the body. */
export function claimsOf(state: SandboxState, request: SandboxRequest): Claims {
  const parameters = parametersOf(request)
  const key = keyOf(state, request)
  if (request.path.startsWith("/funding/"))
    return {
      parameters,
      nonce: headerOf(request, "API-Nonce"),
      otp: headerOf(request, "API-OTP"),
      signedPath: request.path,
      key,
    }
  const text = (name: string) => parameters.get(name) ?? ""
  return { parameters, nonce: text("nonce"), otp: text("otp"), signedPath: barePath(request), key }
}

function keyOf(state: SandboxState, request: SandboxRequest): SandboxKey | null {
  const apiKey = headerOf(request, "API-Key")
  return state.keys.find((key) => key.material.apiKey === apiKey) ?? null
}

/**
 * Whether the caller is who the key says. Unknown, revoked, disabled and expired keys get one and the same text at Kraken. What it
 * says to an address outside of the key's list is not published; the sandbox takes that text too, since it betrays least. A missing
 * or wrong one-time password is an invalid signature, as Kraken's support describes it.
 */
function authenticate(request: SandboxRequest, claims: Claims, nowMs: number): Result<SandboxKey, string> {
  const { key } = claims
  const alive = key?.status === "active" && (key.settings.validUntilS === 0 || nowMs < key.settings.validUntilS * 1000)
  if (!alive || !ipAllowed(key.settings.ipAllowlist, request.remoteIp)) return err("EAPI:Invalid key")
  const call = { path: claims.signedPath, nonce: claims.nonce, body: request.body }
  if (!signatureMatches(headerOf(request, "API-Sign"), call, key.material.secret)) return err("EAPI:Invalid signature")
  if (!acceptPassword(key.material.otp, claims.otp, nowMs)) return err("EAPI:Invalid signature")
  return ok(key)
}

/**
 * Nonce, then counter. Kraken counts failed calls too, and where its words leave room for a higher cost, that is what is taken: a
 * client that gets by here gets by there. A refused nonce does not raise the register.
 */
function admit(key: SandboxKey, nonce: string, endpoint: Endpoint, state: SandboxState, nowMs: number): Reply {
  const withinLimit = countCall(key.counter, endpoint.costAtMost ?? endpoint.cost, state.tier, nowMs)
  const number = parseNonce(nonce)
  const highest = number === null ? null : raiseNonce(key.highestNonce, number, key.settings.nonceWindow)
  if (highest === null) return err("EAPI:Invalid nonce")
  key.highestNonce = highest
  key.lastUsedAtS = Math.floor(nowMs / 1000)
  return withinLimit ? ok(null) : err("EAPI:Rate limit exceeded")
}

function permits(key: SandboxKey, endpoint: Endpoint): boolean {
  return satisfies(endpoint.requires, new Set(key.settings.permissions.filter(isPermissionId)))
}

function decide(state: SandboxState, request: SandboxRequest, nowMs: number): Reply {
  if (barePath(request) === TIME_PATH) return time(nowMs)
  const endpoint = endpointOf(request)
  if (!endpoint) return err("EGeneral:Unknown method")
  if (isLockedOut(state.lockouts, request.remoteIp, nowMs)) return err("EGeneral:Temporary lockout")
  const claims = claimsOf(state, request)
  const caller = authenticate(request, claims, nowMs)
  if (!caller.ok) {
    addStrike(state.lockouts, request.remoteIp, nowMs)
    return caller
  }
  clearStrikes(state.lockouts, request.remoteIp)
  const admitted = admit(caller.value, claims.nonce, endpoint, state, nowMs)
  if (!admitted.ok) return admitted
  if (!permits(caller.value, endpoint)) return err("EGeneral:Permission denied")
  const { account } = state
  const { parameters, nonce } = claims
  const nextId = () => state.nextId++
  return methodOf(endpoint.path)({ key: caller.value, account, parameters, nonce, nowMs, nextId })
}

/** Public time in whole seconds, and in the form of Kraken's example: "Thu, 06 Jul 23 18:50:48 +0000". */
function time(nowMs: number): Reply {
  const rfc1123 = new Date(nowMs).toUTCString().replace(/ \d\d(\d\d) (.*) GMT$/, " $1 $2 +0000")
  return ok({ unixtime: Math.floor(nowMs / 1000), rfc1123 })
}

/**
 * Answers one request as Kraken's reference says, at Kraken's time `nowMs`, and changes `state` as the call would. Kraken does not
 * publish the order of its checks; here it is path, lockout, key, address, signature, one-time password, nonce, counter, permission.
 */
export function answer(state: SandboxState, request: SandboxRequest, nowMs: number): Answered {
  settleSafetySwitch(state.account, nowMs)
  const reply = decide(state, request, nowMs)
  if (reply.ok) return { body: JSON.stringify({ error: [], result: reply.value }), errors: [] }
  const errors = [reply.error]
  return { body: JSON.stringify({ error: errors }), errors }
}
