"use client"

import { useKey } from "@/components/api/keys"
import { Refused, refusalMessage } from "@/components/api/request"
import { useReplay, useRunProgress } from "@/components/api/runs"
import { SampleBanner } from "@/components/ui/banner"
import { ButtonLink } from "@/components/ui/button"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { FirstReading } from "./first-reading"
import { KeyResult } from "./key-result"
import { BodySkeleton, HeadSkeleton } from "./key-skeleton"

/** What may this key do, what should it, and what is to be changed? */
export function KeyPage({ id }: { readonly id: string }) {
  const key = useKey(id)
  const progress = useRunProgress(key.data)
  useReplay(key.data)

  if (key.data) {
    const { report, sample } = key.data
    return (
      <>
        {sample && <SampleBanner />}
        <PageFrame>
          {report ? (
            <KeyResult view={key.data} report={report} progress={progress} />
          ) : (
            <FirstReading view={key.data} progress={progress} />
          )}
        </PageFrame>
      </>
    )
  }
  return (
    <PageFrame>
      {key.error ? (
        <NoKey error={key.error} />
      ) : (
        <div className="space-y-4">
          <HeadSkeleton />
          <BodySkeleton />
        </div>
      )}
    </PageFrame>
  )
}

function NoKey({ error }: { readonly error: Error }) {
  const gone = error instanceof Refused && error.status === 404
  return (
    <>
      <PageTitle
        title={gone ? "Keytrim does not have this key" : "The key could not be shown"}
        lead={gone ? "It was removed, or Keytrim was started anew since." : refusalMessage(error)}
      />
      <ButtonLink href="/">To your keys</ButtonLink>
    </>
  )
}
