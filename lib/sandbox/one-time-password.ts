import { createHmac, randomBytes, timingSafeEqual } from "node:crypto"
import { Secret } from "@/lib/core/secret"

/** What a key asks for besides its signature. `usedStep` is the newest 30-second step whose code was accepted. */
export type OneTimePassword =
  | { readonly kind: "none" }
  | { readonly kind: "static"; readonly password: Secret }
  | { readonly kind: "totp"; readonly seed: Secret; usedStep: number }

export type OneTimePasswordKind = OneTimePassword["kind"]

const STEP_MS = 30_000
const DIGITS = 6

export function mintOneTimePassword(kind: OneTimePasswordKind): OneTimePassword {
  if (kind === "static") return { kind, password: new Secret(randomBytes(9).toString("base64url")) }
  if (kind === "totp") return { kind, seed: new Secret(randomBytes(20).toString("base64")), usedStep: 0 }
  return { kind }
}

/** The six-digit code of RFC 6238 (HMAC-SHA-1, 30 seconds) that an authenticator app shows at this moment. */
export function totpCode(seed: Uint8Array, step: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac("sha1", seed).update(counter).digest()
  const offset = mac.readUInt8(mac.length - 1) & 0xf
  const number = mac.readUInt32BE(offset) & 0x7fff_ffff
  return String(number % 10 ** DIGITS).padStart(DIGITS, "0")
}

export function totpStep(nowMs: number): number {
  return Math.floor(nowMs / STEP_MS)
}

const seedBytes = (otp: { readonly seed: Secret }) => Buffer.from(otp.seed.expose(), "base64")

/** What the key's owner would type right now; null where the key asks for nothing. */
export function currentPassword(otp: OneTimePassword, nowMs: number): Secret | null {
  if (otp.kind === "none") return null
  if (otp.kind === "static") return otp.password
  return new Secret(totpCode(seedBytes(otp), totpStep(nowMs)))
}

function sameText(given: string, expected: string): boolean {
  const left = Buffer.from(given)
  const right = Buffer.from(expected)
  return left.length === right.length && timingSafeEqual(left, right)
}

/**
 * Whether a call carries what its key asks for. An unneeded password is refused, as clients report of Kraken. Whether Kraken takes one
 * code twice is not known: the sandbox does not, the stricter reading, and allows a clock to be one step off either way.
 */
export function acceptPassword(otp: OneTimePassword, given: string, nowMs: number): boolean {
  if (otp.kind === "none") return given === ""
  if (otp.kind === "static") return sameText(given, otp.password.expose())
  const now = totpStep(nowMs)
  const step = [now - 1, now, now + 1].find(
    (candidate) => candidate > otp.usedStep && sameText(given, totpCode(seedBytes(otp), candidate)),
  )
  if (step === undefined) return false
  otp.usedStep = step
  return true
}
