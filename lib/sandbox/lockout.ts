/** Addresses that had too many calls refused for key or signature, one after the other. */
export type Lockouts = Map<string, { strikes: number; untilMs: number }>

// Kraken publishes neither the number nor one length: its reference speaks of a few minutes, its support of about 15. The sandbox takes
// the longer one, and a number well above what a careful client needs.
const STRIKES_MAX = 10
const LOCKOUT_MS = 15 * 60_000

/** Whether the address is shut out; asking while it is starts the time anew, as Kraken's reference says. */
export function isLockedOut(lockouts: Lockouts, ip: string, nowMs: number): boolean {
  const entry = lockouts.get(ip)
  if (!entry || entry.strikes < STRIKES_MAX) return false
  if (nowMs >= entry.untilMs) {
    lockouts.delete(ip)
    return false
  }
  entry.untilMs = nowMs + LOCKOUT_MS
  return true
}

export function addStrike(lockouts: Lockouts, ip: string, nowMs: number): void {
  const strikes = (lockouts.get(ip)?.strikes ?? 0) + 1
  lockouts.set(ip, { strikes, untilMs: nowMs + LOCKOUT_MS })
}

/** An accepted signature ends the series. */
export function clearStrikes(lockouts: Lockouts, ip: string): void {
  lockouts.delete(ip)
}
