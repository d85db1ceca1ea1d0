"use client"

import { useEffect, useRef, useState } from "react"
import { useForgetSecrets, useReportActivity, useSession } from "@/components/api/session"
import { Button } from "@/components/ui/button"
import { Countdown, useNow } from "@/components/ui/clock"
import { Dialog } from "@/components/ui/dialog"
import { Notice } from "@/components/ui/notice"
import { useActivity } from "./activity"

/** Keeps the session awake while a person is there, warns before the secrets go, and says so when they went. */
export function IdleWatch() {
  const session = useSession()
  const report = useReportActivity()
  const now = useNow()
  const idle = session.data?.idle ?? null
  const warning = idle !== null && now >= Date.parse(idle.warnAt) && now < Date.parse(idle.forgetAt)

  useActivity(() => report.mutate(), { paused: warning || session.data === undefined })
  useFreshView(idle?.warnAt ?? null, session.refetch)
  useFreshView(idle?.forgetAt ?? null, session.refetch)

  return (
    <>
      {warning && <IdleWarning forgetAt={idle.forgetAt} onKeepGoing={() => report.mutate()} />}
      <SecretsWent held={session.data?.secretsHeld} forgetAtMs={idle === null ? null : Date.parse(idle.forgetAt)} />
    </>
  )
}

/** Asks again when `moment` comes: another tab may have been busy, or the server may have acted. */
function useFreshView(moment: string | null, refetch: () => unknown) {
  const latest = useRef(refetch)
  useEffect(() => {
    latest.current = refetch
  })
  useEffect(() => {
    if (moment === null) return
    const timer = setTimeout(() => latest.current(), Math.max(0, Date.parse(moment) - Date.now()) + 50)
    return () => clearTimeout(timer)
  }, [moment])
}

function IdleWarning({ forgetAt, onKeepGoing }: { readonly forgetAt: string; readonly onKeepGoing: () => void }) {
  const forget = useForgetSecrets()
  const keepGoing = useRef<HTMLButtonElement>(null)
  return (
    <Dialog
      open
      startOn={keepGoing}
      onOpenChange={(open) => !open && onKeepGoing()}
      title="Still there?"
      description="Nobody has touched this page for a while, so Keytrim is about to forget your keys’ secrets. What it has learnt stays."
      footer={
        <>
          <Button onClick={() => forget.mutate()}>Forget them now</Button>
          <Button ref={keepGoing} look="filled" onClick={onKeepGoing}>
            Keep going
          </Button>
        </>
      }
    >
      <p className="text-title font-semibold">
        <Countdown until={forgetAt} /> left
      </p>
    </Dialog>
  )
}

/** Seen once, where it happened while this tab was open; the pages of the keys say it for as long as it holds. */
function SecretsWent({ held, forgetAtMs }: { readonly held: number | undefined; readonly forgetAtMs: number | null }) {
  const [went, setWent] = useState(false)
  const before = useRef<{ held: number; forgetAtMs: number | null }>({ held: 0, forgetAtMs: null })
  useEffect(() => {
    if (held === undefined) return
    const { held: heldBefore, forgetAtMs: dueMs } = before.current
    if (held > 0) setWent(false)
    // A person who had them forgotten knows; only the time limit needs telling.
    else if (heldBefore > 0 && dueMs !== null && Date.now() >= dueMs) setWent(true)
    before.current = { held, forgetAtMs }
  }, [held, forgetAtMs])

  if (!went) return null
  return (
    <div className="fixed inset-x-4 bottom-4 z-30 mx-auto max-w-xl shadow-xl">
      <Notice tone="info" role="status" title="The secrets are forgotten">
        <p>
          After 15 minutes without input Keytrim dropped them from memory. What it learnt stays; to read a key again,
          paste its secret again.
        </p>
        <Button onClick={() => setWent(false)}>All right</Button>
      </Notice>
    </div>
  )
}
