"use client"

import { useState } from "react"
import { useEntry } from "@/components/api/entries"
import { Refused, refusalMessage } from "@/components/api/request"
import { ButtonLink } from "@/components/ui/button"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { Panel } from "@/components/ui/panel"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import { TextLink } from "@/components/ui/text-link"
import { PERMISSION_IDS } from "@/lib/catalog/permission-ids"
import { AppSheet } from "./app-sheet"
import { AppWithoutBoxes } from "./app-without-boxes"

/** What to tick for one application, why each box, and how that is known. */
export function AppPage({ id }: { readonly id: string }) {
  const [on, setOn] = useState<readonly string[]>([])
  const entry = useEntry(id, on)
  const toggle = (feature: string) =>
    setOn((before) => (before.includes(feature) ? before.filter((other) => other !== feature) : [...before, feature]))
  return (
    <PageFrame>
      <p className="mb-2 print:hidden">
        <TextLink href="/apps">All applications</TextLink>
      </p>
      {entry.data?.sheet && <AppSheet page={entry.data} sheet={entry.data.sheet} on={on} onToggle={toggle} />}
      {entry.data?.sheet === null && <AppWithoutBoxes page={entry.data} />}
      {entry.error && <NoEntry error={entry.error} />}
      {entry.isPending && <Waiting />}
    </PageFrame>
  )
}

function NoEntry({ error }: { readonly error: Error }) {
  const unknown = error instanceof Refused && error.status === 404
  return (
    <>
      <PageTitle
        title={unknown ? "Keytrim knows no such application" : "This page could not be shown"}
        lead={unknown ? "Look for it by another name, or take what stands in for it." : refusalMessage(error)}
      />
      <ButtonLink href="/apps">To all applications</ButtonLink>
    </>
  )
}

function Waiting() {
  return (
    <div className="space-y-4">
      <div className="space-y-2">
        <h1>
          <LoadingWord>Loading the application</LoadingWord>
          <Skeleton size="h-6 w-48" />
        </h1>
        <Skeleton size="h-8 w-[36rem]" />
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_24rem]">
        <Panel title="What to tick">
          <div className="pt-5">
            {PERMISSION_IDS.map((box) => (
              <div key={box} className="flex h-7 items-center gap-6">
                <Skeleton size="h-4 w-24" />
                <Skeleton size="h-4 w-44" />
                <Skeleton size="h-4 flex-1" />
              </div>
            ))}
          </div>
        </Panel>
        <Panel title="Limits">
          <Skeleton size="h-40 w-full" />
        </Panel>
      </div>
    </div>
  )
}
