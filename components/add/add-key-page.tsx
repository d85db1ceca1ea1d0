"use client"

import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { Panel } from "@/components/ui/panel"
import { TextLink } from "@/components/ui/text-link"
import { AddKeyForm } from "./add-key-form"

export function AddKeyPage() {
  return (
    <PageFrame>
      <PageTitle
        title="Add a key"
        lead="Keytrim asks Kraken what a key may do. Nothing changes there."
        actions={<TextLink href="/try">Try sample keys instead</TextLink>}
      />
      <Panel title="Key and private key">
        <AddKeyForm />
      </Panel>
    </PageFrame>
  )
}
