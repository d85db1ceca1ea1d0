"use client"

import { NeverDoes } from "@/components/start/never-does"
import { PageFrame, PageTitle } from "@/components/ui/page-frame"
import { Panel } from "@/components/ui/panel"
import { TextLink } from "@/components/ui/text-link"
import { AboutPanel } from "./about-panel"
import { SecretsPanel } from "./secrets-panel"
import { ThemePanel } from "./theme-panel"

export function SettingsPage() {
  return (
    <PageFrame width="narrow">
      <PageTitle title="Settings" />
      <div className="space-y-4">
        <SecretsPanel />
        <ThemePanel />
        <Panel title="What Keytrim never does">
          <NeverDoes />
        </Panel>
        <Panel title="Sample keys">
          <p>
            A made-up account to try everything on: <TextLink href="/try">sample keys</TextLink>.
          </p>
        </Panel>
        <AboutPanel />
      </div>
    </PageFrame>
  )
}
