"use client"

import { ChevronRight } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"
import { LastFour } from "@/components/ui/last-four"
import { Panel } from "@/components/ui/panel"
import { SeverityWord } from "@/components/ui/risk-word"
import { OutsideLink, TextLink } from "@/components/ui/text-link"
import type { TrackedChange } from "@/lib/audit/tracked-change"
import { KEY_PAGE } from "@/lib/catalog/key-screen"
import type { KeyView } from "@/lib/protocol/key-view"
import { nameOf, openChanges } from "./key-list"
import { KeyStanding } from "./key-standing"
import { headlineOf } from "./key-words"

const CHANGES_SHOWN = 3
/** What the button says for no change, one, and several. */
const NEXT_STEP = ["Open the key", "Make the change", "Make the changes"]

/** The one key that is here: its verdict, what to do first, and whether there are more. */
export function OneKey({ view }: { readonly view: KeyView }) {
  const changes = openChanges(view)
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
      <section aria-labelledby="verdict" className="space-y-3 rounded-lg border border-line bg-surface px-4 py-4">
        <p className="flex flex-wrap items-baseline gap-x-2 text-lead">
          <span className="min-w-0 font-semibold wrap-anywhere">{nameOf(view)}</span>
          <LastFour last4={view.last4} />
          <span className="ml-auto">
            <KeyStanding view={view} />
          </span>
        </p>
        <h1 id="verdict" className="text-verdict font-semibold tracking-tight">
          {headlineOf(view)}
        </h1>
        <p className="max-w-prose text-lead text-muted">
          {view.report?.summary.detail ?? view.failure?.nextStep ?? "Reading asks Kraken once and changes nothing."}
        </p>
        <FirstChanges changes={changes.slice(0, CHANGES_SHOWN)} more={changes.length - CHANGES_SHOWN} />
        <ButtonLink href={`/keys/${view.id}`} look="filled">
          {NEXT_STEP[Math.min(changes.length, 2)]}
          <ChevronRight aria-hidden className="size-4" />
        </ButtonLink>
      </section>
      <IsThatAll />
    </div>
  )
}

function FirstChanges({ changes, more }: { readonly changes: readonly TrackedChange[]; readonly more: number }) {
  if (changes.length === 0) return null
  return (
    <div className="space-y-1">
      <h2 className="font-semibold">What to change first</h2>
      <ol className="space-y-1">
        {changes.map((change) => (
          <li key={change.id} className="flex flex-wrap items-baseline gap-x-3">
            <span className="w-16 shrink-0">
              <SeverityWord severity={change.severity} />
            </span>
            <span className="font-medium">{change.title}</span>
          </li>
        ))}
      </ol>
      {more > 0 && <p className="text-muted">and {more} more</p>}
    </div>
  )
}

/** No call of Kraken's lists an account's keys, so only the person can say. */
function IsThatAll() {
  return (
    <Panel title="Is that all?">
      <div className="space-y-2">
        <p>
          No key can see the others. Compare with <OutsideLink href={KEY_PAGE.url}>Kraken’s own list</OutsideLink>,
          under {KEY_PAGE.menu.slice(1).join(" › ")}.
        </p>
        <p>
          <TextLink href="/add">Add another key</TextLink>
        </p>
      </div>
    </Panel>
  )
}
