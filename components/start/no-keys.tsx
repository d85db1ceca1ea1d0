"use client"

import { FlaskConical } from "lucide-react"
import { AddKeyForm } from "@/components/add/add-key-form"
import { ButtonLink } from "@/components/ui/button"
import { PageTitle } from "@/components/ui/page-frame"
import { Panel } from "@/components/ui/panel"
import { NeverDoes } from "./never-does"
import { SamplePreview } from "./sample-preview"
import type { SampleResult } from "./sample-result"

/** The first page a person sees: a place for the key, and what comes of it. */
export function NoKeys({ sample }: { readonly sample: SampleResult }) {
  return (
    <>
      <PageTitle
        title="What may your Kraken key do?"
        lead="Paste it here. Keytrim asks Kraken and shows which boxes to untick."
      />
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <Panel title="Add your first key">
            <AddKeyForm staged />
          </Panel>
          <Panel title="What Keytrim never does">
            <NeverDoes />
          </Panel>
        </div>
        <Panel title="What you get">
          <div className="space-y-3">
            <SamplePreview result={sample} />
            <div className="flex flex-wrap items-center gap-3">
              <ButtonLink href="/try">
                <FlaskConical aria-hidden className="size-4" />
                Try sample keys
              </ButtonLink>
              <span className="text-muted">No Kraken account needed.</span>
            </div>
          </div>
        </Panel>
      </div>
    </>
  )
}
