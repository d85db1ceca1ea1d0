"use client"

import { useSession } from "@/components/api/session"
import { Panel } from "@/components/ui/panel"
import { Skeleton } from "@/components/ui/skeleton"
import { monthInWords } from "./month"

/** Which Keytrim this is, how old its knowledge is, and what it keeps on disk. */
export function AboutPanel() {
  const session = useSession()
  return (
    <Panel title="About this Keytrim">
      <dl className="grid grid-cols-[8rem_minmax(0,1fr)] gap-x-4 gap-y-2">
        <dt className="text-muted">Version</dt>
        <dd>{session.data?.version ?? <Skeleton size="h-4 w-12" />}</dd>
        <dt className="text-muted">Facts</dt>
        <dd>
          {session.data ? (
            <>
              What it knows about Kraken was last checked in <b>{monthInWords(session.data.factsSeen)}</b>, from
              published pages. Kraken may have changed something since.
            </>
          ) : (
            <Skeleton size="h-4 w-64" />
          )}
        </dd>
        <dt className="text-muted">Data folder</dt>
        <dd>
          For each key, under a scrambled name: how its program counts its calls, the last number sent, how many calls
          were made, when it was last read well, and whether it had an address list and an end then. Also pauses after
          refusals. No key, no secret, no result, no balance.
        </dd>
      </dl>
    </Panel>
  )
}
