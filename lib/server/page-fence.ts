/** The fence around pages: a second look at who asks, and the policy under which a browser shows what it gets. */
import { randomBytes } from "node:crypto"
import type { World } from "./world"

/** The framework's own file service and page data; everything else that it offers under this name is not used. */
const FRAMEWORK_PATH = /^\/_next\//
const FRAMEWORK_FILES = /^\/_next\/static\//

const STANDING_HEADERS = {
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-dns-prefetch-control": "off",
  "permissions-policy":
    "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), midi=(), display-capture=(), browsing-topics=()",
} as const

interface Asked {
  readonly path: string
  readonly headers: Pick<Headers, "get" | "has">
}

export interface FenceRefusal {
  readonly status: 403 | 404
  readonly message: string
}

/** null where the request may go on to the page or file that it asks for. */
export function turnBack(world: World, { path, headers }: Asked): FenceRefusal | null {
  const address = world.address()
  if (!address || headers.get("host") !== address.host)
    return { status: 403, message: "Only the address of Keytrim's own link is answered." }
  if (headers.has("next-action")) return { status: 403, message: "Server actions are not used here." }
  if (FRAMEWORK_PATH.test(path) && !FRAMEWORK_FILES.test(path))
    return { status: 404, message: "There is nothing here." }
  return null
}

/** A new one for each page: scripts without it do not run. */
export function newNonce(): string {
  return randomBytes(16).toString("base64")
}

/** No inline script, no foreign source, no frame around the page, and strings become scripts only where the framework needs it. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' 'strict-dynamic'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types nextjs default",
  ].join("; ")
}

export function standingHeaders(): readonly (readonly [string, string])[] {
  return Object.entries(STANDING_HEADERS)
}
