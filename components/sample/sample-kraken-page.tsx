"use client"

import Link from "next/link"
import { refusalMessage } from "@/components/api/request"
import { SampleBanner } from "@/components/ui/banner"
import { Button } from "@/components/ui/button"
import { classNames } from "@/components/ui/class-names"
import { Notice } from "@/components/ui/notice"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { LoadingWord, Skeleton } from "@/components/ui/skeleton"
import { TextLink } from "@/components/ui/text-link"
import type { SampleAccount, SampleKey } from "@/lib/protocol/session-view"
import { AccountProof } from "./account-proof"
import { Journal } from "./journal"
import { OpenSamples } from "./open-samples"
import { SampleKeyForm } from "./sample-key-form"
import { useFreshSandbox } from "./use-fresh-sandbox"

/** Stands in for Kraken's own key screen. `chosen` is a sample key's id, there or in Keytrim. */
export function SampleKrakenPage({ chosen }: { readonly chosen: string | null }) {
  const { sandbox } = useFreshSandbox()
  return (
    <>
      <SampleBanner />
      <PageFrame>
        <PageTitle
          title="Sample Kraken settings"
          lead="This stands in for Kraken’s own page. What you save here, Keytrim finds out only by reading the key again."
          actions={<TextLink href="/try">All sample keys</TextLink>}
        />
        {sandbox.data && <Account account={sandbox.data} chosen={chosen} />}
        {sandbox.isPending && <FormSkeleton />}
        {sandbox.error && (
          <Notice tone="danger" role="alert" title="The sample account could not be shown">
            <p>{refusalMessage(sandbox.error)}</p>
            <Button onClick={() => void sandbox.refetch()}>Try again</Button>
          </Notice>
        )}
      </PageFrame>
    </>
  )
}

function Account({ account, chosen }: { readonly account: SampleAccount; readonly chosen: string | null }) {
  const open = account.keys.filter(({ keyId }) => keyId !== null)
  const shown = open.find(({ id, keyId }) => id === chosen || keyId === chosen) ?? open[0]
  if (shown === undefined) {
    return (
      <Notice tone="info" title="The sample keys are not open">
        <OpenSamples />
      </Notice>
    )
  }
  return (
    <div className="space-y-4">
      <div className="grid items-start gap-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
        <KeyMenu keys={open} shown={shown} />
        <SampleKeyForm key={shown.id} saved={shown} />
      </div>
      <AccountProof unchanged={account.accountUnchanged} />
      <Journal entries={account.journal} />
    </div>
  )
}

function KeyMenu({ keys, shown }: { readonly keys: readonly SampleKey[]; readonly shown: SampleKey }) {
  return (
    <nav aria-label="Sample keys" className="rounded-lg border border-line bg-surface p-1">
      <ul className="max-lg:flex max-lg:flex-wrap">
        {keys.map(({ id, name }) => (
          <li key={id}>
            <Link
              href={`/try/kraken?key=${id}`}
              prefetch={false}
              aria-current={id === shown.id ? "true" : undefined}
              className={classNames(
                "block rounded-md px-2.5 py-1",
                id === shown.id ? "bg-accent-soft font-semibold text-accent" : "hover:bg-sunken",
              )}
            >
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function FormSkeleton() {
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[15rem_minmax(0,1fr)]">
      <LoadingWord />
      <Skeleton size="h-96 max-lg:h-16" />
      <Skeleton size="h-[34rem]" />
    </div>
  )
}
