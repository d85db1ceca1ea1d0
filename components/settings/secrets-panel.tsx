"use client"

import { useState } from "react"
import { useKeys } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { useForgetSecrets, useSession } from "@/components/api/session"
import { nameOf, realKeys } from "@/components/start/key-list"
import { Button } from "@/components/ui/button"
import { Countdown } from "@/components/ui/clock"
import { Dialog } from "@/components/ui/dialog"
import { LastFour } from "@/components/ui/last-four"
import { Panel } from "@/components/ui/panel"
import type { KeyView } from "@/lib/protocol/key-view"

/** How many secrets are in memory, when they go by themselves, and how to have them forgotten now. */
export function SecretsPanel() {
  const session = useSession()
  const [asking, setAsking] = useState(false)
  const held = session.data?.secretsHeld ?? 0
  const idle = session.data?.idle ?? null
  return (
    <Panel title="Secrets in memory" id="secrets">
      <div className="space-y-3">
        <p className="text-lead">
          {held === 0 ? "No secret is in memory." : `${held} ${held === 1 ? "secret is" : "secrets are"} in memory.`}
        </p>
        <ul className="list-disc space-y-1 pl-5">
          <li>They are in this computer’s memory only, never on disk, and never come back to this page.</li>
          <li>
            They go after 15 minutes without a movement or a keystroke in Keytrim
            {idle !== null && (
              <>
                {" "}
                (<Countdown until={idle.forgetAt} /> left)
              </>
            )}
            , and when Keytrim ends.
          </li>
          <li>What was learnt about a key stays until Keytrim ends. To read it again, paste its secret again.</li>
        </ul>
        <Button look="danger" disabled={held === 0} onClick={() => setAsking(true)}>
          Forget them now
        </Button>
      </div>
      {asking && <ForgetDialog onClose={() => setAsking(false)} />}
    </Panel>
  )
}

function ForgetDialog({ onClose }: { readonly onClose: () => void }) {
  const forget = useForgetSecrets()
  const keys = useKeys()
  // A sample key's secret is nobody's; it goes when the sample keys are closed.
  const held = realKeys(keys.data ?? []).filter(({ secret }) => secret === "held")
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Forget the secrets of these keys?"
      description="The keys stay in the list with what was learnt. Nothing changes at Kraken."
      footer={
        <>
          <Button onClick={onClose}>Keep them</Button>
          <Button
            look="danger"
            disabled={forget.isPending}
            onClick={() => forget.mutate(undefined, { onSuccess: onClose })}
          >
            Forget them
          </Button>
        </>
      }
    >
      <HeldKeys keys={held} />
      {forget.error && (
        <p role="alert" className="pt-2 font-medium text-danger">
          {refusalMessage(forget.error)}
        </p>
      )}
    </Dialog>
  )
}

function HeldKeys({ keys }: { readonly keys: readonly KeyView[] }) {
  return (
    <ul className="space-y-0.5">
      {keys.map((view) => (
        <li key={view.id} className="flex flex-wrap items-baseline gap-x-2">
          <span className="min-w-0 font-medium wrap-anywhere">{nameOf(view)}</span>
          <LastFour last4={view.last4} />
        </li>
      ))}
    </ul>
  )
}
