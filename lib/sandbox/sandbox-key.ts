import { randomBytes } from "node:crypto"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { Secret } from "@/lib/core/secret"
import type { CallCounter } from "./call-counter"
import {
  currentPassword,
  mintOneTimePassword,
  type OneTimePassword,
  type OneTimePasswordKind,
} from "./one-time-password"

/** What stays the same for the life of a key. Made at random; no key or secret of the sandbox stands in its source. */
export interface KeyMaterial {
  readonly apiKey: string
  /** Base64 of 64 bytes. */
  readonly secret: Secret
  readonly otp: OneTimePassword
}

/** What the owner decides on sample Kraken's key screen. Moments are unix seconds; 0 means not set, as on the wire. */
export interface KeySettings {
  readonly permissions: readonly string[]
  readonly ipAllowlist: readonly string[]
  readonly validUntilS: number
  readonly queryFromS: number
  readonly queryToS: number
  readonly nonceWindow: number
}

export interface SandboxKey {
  readonly id: string
  readonly name: string
  /** One sentence: what there is to learn from this key. */
  readonly lesson: string
  readonly material: KeyMaterial
  settings: KeySettings
  status: "active" | "disabled" | "revoked"
  readonly createdAtS: number
  modifiedAtS: number
  lastUsedAtS: number | null
  highestNonce: bigint
  readonly counter: CallCounter
}

/** How a key is described before it exists. Ages count back from the moment at which it is made; what is left out is not set. */
export interface KeySpec {
  readonly id: string
  readonly name: string
  readonly lesson: string
  readonly permissions: readonly string[]
  readonly ageDays: number
  /** Negative: expired that many days ago. */
  readonly expiresInDays?: number
  readonly ipAllowlist?: readonly string[]
  readonly nonceWindow?: number
  readonly otp?: OneTimePasswordKind
}

/** A key as sample Kraken's key screen shows it; moments are ISO 8601, null where not set. */
export interface KeyView {
  readonly id: string
  readonly name: string
  readonly lesson: string
  readonly last4: string
  readonly permissions: string[]
  readonly ipAllowlist: string[]
  readonly validUntil: string | null
  readonly queryFrom: string | null
  readonly queryTo: string | null
  readonly nonceWindow: number
}

/** What the owner of a key has in hand; fits the vault's form of a credential. */
export interface KeyCredentials {
  readonly apiKey: Secret
  readonly secret: Secret
  readonly otp: { readonly kind: "static" | "code"; readonly value: Secret } | null
  readonly last4: string
}

const DAY_S = 86_400

export function mintMaterial(otp: OneTimePasswordKind): KeyMaterial {
  return {
    apiKey: randomBytes(42).toString("base64"),
    secret: new Secret(randomBytes(64).toString("base64")),
    otp: mintOneTimePassword(otp),
  }
}

export function makeKey(spec: KeySpec, material: KeyMaterial, nowMs: number): SandboxKey {
  const nowS = Math.floor(nowMs / 1000)
  const createdAtS = nowS - Math.round(spec.ageDays * DAY_S)
  return {
    id: spec.id,
    name: spec.name,
    lesson: spec.lesson,
    material,
    settings: {
      permissions: inScreenOrder(spec.permissions),
      ipAllowlist: [...(spec.ipAllowlist ?? [])],
      validUntilS: spec.expiresInDays === undefined ? 0 : nowS + Math.round(spec.expiresInDays * DAY_S),
      queryFromS: 0,
      queryToS: 0,
      nonceWindow: spec.nonceWindow ?? 0,
    },
    status: "active",
    createdAtS,
    modifiedAtS: createdAtS,
    lastUsedAtS: null,
    highestNonce: 0n,
    counter: { points: 0, atMs: nowMs },
  }
}

/** Known permissions in the order of Kraken's screen, without repetition; words that nobody knows come last. */
export function inScreenOrder(words: readonly string[]): string[] {
  const known = PERMISSION_IDS.filter((id) => words.includes(id))
  const unknown = words.filter((word) => !(PERMISSION_IDS as readonly string[]).includes(word))
  return [...known, ...new Set(unknown)]
}

const isoOf = (seconds: number) => (seconds === 0 ? null : new Date(seconds * 1000).toISOString())

export function viewKey({ id, name, lesson, material, settings }: SandboxKey): KeyView {
  return {
    id,
    name,
    lesson,
    last4: material.apiKey.slice(-4),
    permissions: [...settings.permissions],
    ipAllowlist: [...settings.ipAllowlist],
    validUntil: isoOf(settings.validUntilS),
    queryFrom: isoOf(settings.queryFromS),
    queryTo: isoOf(settings.queryToS),
    nonceWindow: settings.nonceWindow,
  }
}

/** The credentials, with the code that an authenticator app shows at this moment where the key has one. */
export function credentialsOf({ material }: SandboxKey, nowMs: number): KeyCredentials {
  const password = currentPassword(material.otp, nowMs)
  const kind = material.otp.kind === "totp" ? "code" : "static"
  return {
    apiKey: new Secret(material.apiKey),
    secret: material.secret,
    otp: password && { kind, value: password },
    last4: material.apiKey.slice(-4),
  }
}
