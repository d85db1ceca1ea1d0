import { err, ok, type Result } from "./result"

/** A place that signed calls may go to: Kraken itself, or a stand-in on this machine. */
export interface KrakenOrigin {
  /** Scheme, host and port, without a slash at the end. */
  readonly url: string
  readonly kind: "kraken" | "loopback"
}

export const KRAKEN_SPOT: KrakenOrigin = { url: "https://api.kraken.com", kind: "kraken" }
export const KRAKEN_FUTURES: KrakenOrigin = { url: "https://futures.kraken.com", kind: "kraken" }

/** Accepts Kraken's own two origins, and `http://` or `https://` on exactly 127.0.0.1 or [::1]; everything else is refused without being echoed. */
export function parseKrakenOrigin(text: string): Result<KrakenOrigin, string> {
  const known = [KRAKEN_SPOT, KRAKEN_FUTURES].find((origin) => origin.url === text || `${origin.url}/` === text)
  if (known) return ok(known)
  // The text itself is matched, not a parsed URL: parsers turn 127.1 or 0x7f000001 into 127.0.0.1.
  const loopback = /^(https?:\/\/(?:127\.0\.0\.1|\[::1\])(?::(\d{1,5}))?)\/?$/.exec(text)
  if (!loopback?.[1] || Number(loopback[2] ?? 80) > 65_535 || Number(loopback[2] ?? 80) === 0) {
    return err(
      "must be https://api.kraken.com, https://futures.kraken.com, or http(s)://127.0.0.1:PORT or [::1]:PORT without user, path or query",
    )
  }
  return ok({ url: loopback[1], kind: "loopback" })
}
