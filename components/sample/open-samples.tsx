"use client"

import { FlaskConical } from "lucide-react"
import { refusalMessage } from "@/components/api/request"
import { useOpenSandbox } from "@/components/api/sandbox"
import { Button } from "@/components/ui/button"

/** The one thing to do before there is anything to try. */
export function OpenSamples() {
  const open = useOpenSandbox()
  return (
    <div className="space-y-2">
      <Button look="filled" disabled={open.isPending} onClick={() => open.mutate()}>
        <FlaskConical aria-hidden className="size-4" />
        {open.isPending ? "Opening…" : "Open the sample keys"}
      </Button>
      {open.error && (
        <p role="alert" className="font-medium text-danger">
          {refusalMessage(open.error)}
        </p>
      )}
    </div>
  )
}
