"use client"

import { Button } from "@/components/ui/button"
import { Notice } from "@/components/ui/notice"
import { PageFrame } from "@/components/ui/page-frame"

/** What is left when a page breaks. Its error is not shown: it could quote what was typed. */
export default function ErrorPage({ reset }: { readonly reset: () => void }) {
  return (
    <PageFrame width="narrow">
      <Notice tone="danger" role="alert" title="This page broke">
        <p>Nothing was sent to Kraken by it, and your keys are as they were.</p>
        <Button onClick={reset}>Show the page again</Button>
      </Notice>
    </PageFrame>
  )
}
