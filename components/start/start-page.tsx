"use client"

import { useKeys } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageFrame } from "@/components/ui/page-frame"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import { TextLink } from "@/components/ui/text-link"
import type { KeyView } from "@/lib/protocol/key-view"
import { FewKeys } from "./few-keys"
import { realKeys, sampleKeys } from "./key-list"
import { ManyKeys } from "./many-keys"
import { NoKeys } from "./no-keys"
import { OneKey } from "./one-key"
import type { SampleResult } from "./sample-result"

/** As many rows as fit below the title without scrolling; beyond it people search. */
const FEW_KEYS_MAX = 12

/** Which key is dangerous, why, and what next? */
export function StartPage({ sample }: { readonly sample: SampleResult }) {
  const keys = useKeys()
  if (keys.data) {
    return (
      <PageFrame>
        <Keys keys={realKeys(keys.data)} sample={sample} />
        <SampleKeysApart count={sampleKeys(keys.data).length} />
      </PageFrame>
    )
  }
  return (
    <PageFrame>
      {keys.error ? (
        <Notice tone="danger" role="alert" title="Your keys could not be shown">
          <p>{refusalMessage(keys.error)}</p>
          <Button onClick={() => void keys.refetch()}>Try again</Button>
        </Notice>
      ) : (
        <ListSkeleton />
      )}
    </PageFrame>
  )
}

function Keys({ keys, sample }: { readonly keys: readonly KeyView[]; readonly sample: SampleResult }) {
  const [first, second] = keys
  if (first === undefined) return <NoKeys sample={sample} />
  if (second === undefined) return <OneKey view={first} />
  return keys.length <= FEW_KEYS_MAX ? <FewKeys keys={keys} /> : <ManyKeys keys={keys} />
}

/** Sample keys have a page of their own; here is only the way to it. */
function SampleKeysApart({ count }: { readonly count: number }) {
  if (count === 0) return null
  return (
    <p className="mt-4 text-muted">
      {count} sample keys are open. They stand apart from yours: <TextLink href="/try">sample keys</TextLink>.
    </p>
  )
}

function ListSkeleton() {
  return (
    <div>
      <div className="mb-4 space-y-2">
        <h1>
          <LoadingWord>Loading your keys</LoadingWord>
          <Skeleton size="h-7 w-96" />
        </h1>
        <Skeleton size="h-5 w-64" />
      </div>
      <div className="divide-y divide-line rounded-lg border border-line bg-surface">
        {[0, 1, 2, 3].map((row) => (
          <div key={row} className="flex items-center gap-4 px-4 py-3.5">
            <Skeleton size="h-4 w-28" />
            <Skeleton size="h-4 w-40" />
            <Skeleton size="h-4 flex-1" />
          </div>
        ))}
      </div>
    </div>
  )
}
