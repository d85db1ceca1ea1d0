"use client"

import { Trash2 } from "lucide-react"
import { useRouter } from "next/navigation"
import { useState } from "react"
import { useRemoveKey } from "@/components/api/keys"
import { refusalMessage } from "@/components/api/request"
import { Button } from "@/components/ui/button"
import { Dialog } from "@/components/ui/dialog"
import { LastFour } from "@/components/ui/last-four"
import type { KeyView } from "@/lib/protocol/key-view"

export function RemoveKey({ view }: { readonly view: KeyView }) {
  const [asking, setAsking] = useState(false)
  const remove = useRemoveKey(view.id)
  const router = useRouter()
  const go = () => remove.mutate(undefined, { onSuccess: () => router.push(view.sample ? "/try" : "/") })
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        <Trash2 aria-hidden className="size-4" />
        Remove
      </Button>
      <Dialog
        open={asking}
        onOpenChange={setAsking}
        title={`Remove “${view.name ?? "this key"}” from Keytrim?`}
        description="Keytrim forgets its secret and what it learnt. At Kraken the key stays as it is: to end it, delete it there."
        footer={
          <>
            <Button onClick={() => setAsking(false)}>Keep it</Button>
            <Button look="danger" disabled={remove.isPending} onClick={go}>
              Remove from Keytrim
            </Button>
          </>
        }
      >
        <p>
          The key ends in <LastFour last4={view.last4} />
        </p>
        {remove.error && (
          <p role="alert" className="text-danger">
            {refusalMessage(remove.error)}
          </p>
        )}
      </Dialog>
    </>
  )
}
