"use client"

import { RotateCcw, X } from "lucide-react"
import { refusalMessage } from "@/components/api/request"
import { useCloseSandbox, useResetSandbox } from "@/components/api/sandbox"
import { useSession } from "@/components/api/session"
import { ReadAllBar } from "@/components/start/read-all-bar"
import { SampleBanner } from "@/components/ui/banner"
import { Button, ButtonLink } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import { OpenSamples } from "./open-samples"
import { SampleList } from "./sample-list"
import { useFreshSandbox } from "./use-fresh-sandbox"

/** What can I try without a key of my own, and what does each sample teach? */
export function TryPage() {
  const { sandbox, samples } = useFreshSandbox()
  const session = useSession()
  const open = session.data?.sampleKeysOpen === true
  const [first] = sandbox.data?.keys.filter(({ keyId }) => keyId !== null) ?? []
  return (
    <>
      <SampleBanner />
      <PageFrame>
        <PageTitle
          title="Sample keys"
          lead="A made-up account. Each key is wrong in its own way, except one."
          actions={
            open && (
              <>
                {first && (
                  <ButtonLink href={`/keys/${first.keyId}`} look="filled">
                    Begin with “{first.name}”
                  </ButtonLink>
                )}
                <ButtonLink href="/try/kraken">Sample Kraken settings</ButtonLink>
              </>
            )
          }
        />
        <div className="space-y-4">
          {session.data && !open && <HowItGoes />}
          {open && <OpenBar samples={samples} />}
          {sandbox.data && sandbox.data.keys.length > 0 && <SampleList keys={sandbox.data.keys} views={samples} />}
          {sandbox.error && <NotShown error={sandbox.error} onRetry={() => void sandbox.refetch()} />}
          {sandbox.isPending && <ListSkeleton />}
        </div>
      </PageFrame>
    </>
  )
}

function HowItGoes() {
  return (
    <div className="space-y-3 rounded-lg border border-line bg-surface px-4 py-4">
      <ol className="max-w-prose list-decimal space-y-1 pl-5 text-lead">
        <li>Open a sample key and read it: Keytrim says what it may do.</li>
        <li>Say what it is for: Keytrim says which boxes to untick.</li>
        <li>Untick one in the sample Kraken settings.</li>
        <li>Read the key again: the change ticks itself.</li>
      </ol>
      <OpenSamples />
    </div>
  )
}

function OpenBar({ samples }: { readonly samples: Parameters<typeof ReadAllBar>[0]["keys"] }) {
  const reset = useResetSandbox()
  const close = useCloseSandbox()
  const error = reset.error ?? close.error
  return (
    <div className="flex flex-wrap items-center gap-2">
      <ReadAllBar keys={samples} />
      <span className="flex flex-wrap gap-2 sm:ml-auto">
        <Button look="quiet" disabled={reset.isPending} onClick={() => reset.mutate()}>
          <RotateCcw aria-hidden className="size-4" />
          Put everything back
        </Button>
        <Button look="quiet" disabled={close.isPending} onClick={() => close.mutate()}>
          <X aria-hidden className="size-4" />
          Close the sample keys
        </Button>
      </span>
      {reset.isSuccess && (
        <p role="status" className="basis-full text-muted">
          Every sample key is as it was at first.
        </p>
      )}
      {error && (
        <p role="alert" className="basis-full font-medium text-danger">
          {refusalMessage(error)}
        </p>
      )}
    </div>
  )
}

function NotShown({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <Notice tone="danger" role="alert" title="The sample keys could not be shown">
      <p>{refusalMessage(error)}</p>
      <Button onClick={onRetry}>Try again</Button>
    </Notice>
  )
}

function ListSkeleton() {
  return (
    <div className="divide-y divide-line rounded-lg border border-line bg-surface">
      <LoadingWord />
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex gap-4 px-4 py-3.5">
          <Skeleton size="h-4 w-40" />
          <Skeleton size="h-4 flex-1" />
        </div>
      ))}
    </div>
  )
}
