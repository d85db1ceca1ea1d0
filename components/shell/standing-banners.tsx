"use client"

import { useSession } from "@/components/api/session"
import { Banner } from "@/components/ui/banner"
import { Countdown, useNow } from "@/components/ui/clock"
import type { SessionView } from "@/lib/protocol/session-view"

const DESTINATIONS: Record<SessionView["pauses"][number]["destination"], string> = {
  kraken: "Kraken",
  sandbox: "the sample Kraken",
  loopback: "the server on this machine",
}

/** What holds for every page: where calls go if not to Kraken, and whether they are paused. */
export function StandingBanners() {
  const session = useSession()
  const now = useNow()
  const pauses = session.data?.pauses.filter(({ until }) => Date.parse(until) > now) ?? []
  const loopback = session.data?.loopbackOrigin ?? null
  if (loopback === null && pauses.length === 0) return null
  return (
    <section aria-label="What holds for every page" className="print:hidden">
      {loopback !== null && (
        <Banner kind="loopback">
          Calls go to <span className="font-mono">{loopback}</span> on this machine, not to Kraken.
        </Banner>
      )}
      {pauses.map(({ destination, until, why }) => (
        <Banner key={destination} kind="pause">
          Signed calls to {DESTINATIONS[destination]} are paused for <Countdown until={until} />. {why}
        </Banner>
      ))}
    </section>
  )
}
