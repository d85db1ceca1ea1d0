"use client"

import { Printer } from "lucide-react"
import dynamic from "next/dynamic"
import { useState } from "react"
import { Button } from "@/components/ui/button"
import type { EntryPage, TickSheet } from "@/lib/audit/tick-sheet-schema"

// Most people read the page only; the list of keys and its dialog load for those who compare.
const CompareDialog = dynamic(() => import("./compare-dialog").then((module) => module.CompareDialog))

interface AppActionsProps {
  readonly page: EntryPage
  readonly sheet: TickSheet
}

export function AppActions({ page, sheet }: AppActionsProps) {
  const [comparing, setComparing] = useState(false)
  return (
    <>
      <Button look="quiet" onClick={() => window.print()}>
        <Printer aria-hidden className="size-4" />
        Print
      </Button>
      <Button look="filled" onClick={() => setComparing(true)}>
        Compare my key
      </Button>
      {comparing && (
        <CompareDialog
          page={page}
          withFeatures={sheet.features.some(({ on }) => on)}
          onClose={() => setComparing(false)}
        />
      )}
    </>
  )
}
