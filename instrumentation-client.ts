/** Runs before any page does: the only strings that may become scripts are addresses of Keytrim's own files. */

interface PolicyRules {
  /** null refuses the address. */
  readonly createScriptURL: (address: string) => string | null
}

declare global {
  interface Window {
    // Not in every browser, and not yet in TypeScript's own list.
    readonly trustedTypes?: { createPolicy(name: string, rules: PolicyRules): unknown }
  }
}

const OWN_FILES = "/_next/static/"

function ownScript(address: string): string | null {
  const url = new URL(address, location.href)
  return url.origin === location.origin && url.pathname.startsWith(OWN_FILES) ? address : null
}

// The bundler asks for a page's files by plain strings, for which the browser asks this policy; everything else stays refused.
window.trustedTypes?.createPolicy("default", { createScriptURL: ownScript })
