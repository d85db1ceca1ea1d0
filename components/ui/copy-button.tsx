"use client"

import { Check, Copy } from "lucide-react"
import { useEffect, useState } from "react"
import { Button, type ButtonLook } from "./button"

interface CopyButtonProps {
  readonly label: string
  /** Made when it is asked for, so that nobody pays for a text that nobody copies. */
  readonly text: () => string
  readonly look?: ButtonLook
}

type Outcome = "idle" | "copied" | "refused"

export function CopyButton({ label, text, look = "outline" }: CopyButtonProps) {
  const [outcome, setOutcome] = useState<Outcome>("idle")
  useEffect(() => {
    if (outcome === "idle") return
    const timer = setTimeout(() => setOutcome("idle"), 4000)
    return () => clearTimeout(timer)
  }, [outcome])

  const copy = () =>
    navigator.clipboard.writeText(text()).then(
      () => setOutcome("copied"),
      () => setOutcome("refused"),
    )
  const words = { idle: label, copied: "Copied", refused: "The browser refused to copy" }
  return (
    <Button look={look} onClick={copy}>
      {outcome === "copied" ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
      <span aria-live="polite">{words[outcome]}</span>
    </Button>
  )
}
