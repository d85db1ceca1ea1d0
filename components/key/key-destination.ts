import type { KeyView } from "@/lib/protocol/key-view"

/** Whom a key's calls go to, in the middle of a sentence. */
export function destinationName(destination: KeyView["destination"]): string {
  return { kraken: "Kraken", sandbox: "sample Kraken", loopback: "the server on this machine" }[destination]
}
