"use client"

import { Dialog as Primitive } from "@base-ui/react/dialog"
import { X } from "lucide-react"
import type { ReactNode, RefObject } from "react"
import { classNames } from "./class-names"

interface DialogProps {
  readonly open: boolean
  readonly onOpenChange: (open: boolean) => void
  readonly title: string
  /** One or two sentences under the title. */
  readonly description?: ReactNode
  readonly width?: "regular" | "wide"
  /** What the keyboard starts on; the first control of the content otherwise. */
  readonly startOn?: RefObject<HTMLElement | null>
  /** Stands at the bottom: the buttons. */
  readonly footer?: ReactNode
  readonly children?: ReactNode
}

/** A question that has to be settled before the page goes on. Escape and the corner button close it. */
export function Dialog(props: DialogProps) {
  const { open, onOpenChange, title, description, width = "regular", startOn, footer, children } = props
  return (
    <Primitive.Root open={open} onOpenChange={(next) => onOpenChange(next)}>
      <Primitive.Portal>
        <Primitive.Backdrop className="fixed inset-0 z-40 bg-[#000]/45" />
        <Primitive.Popup
          {...(startOn ? { initialFocus: startOn } : {})}
          className={classNames(
            "fixed top-1/2 left-1/2 z-50 flex max-h-[calc(100dvh-2rem)] w-[calc(100vw-2rem)] -translate-x-1/2 -translate-y-1/2 flex-col rounded-lg border border-line bg-surface shadow-xl",
            width === "wide" ? "max-w-2xl" : "max-w-lg",
          )}
        >
          <div className="min-w-0 space-y-1 px-5 pt-4 pr-12">
            <Primitive.Title className="text-title font-semibold">{title}</Primitive.Title>
            {description !== undefined && (
              <Primitive.Description className="text-muted" render={<div />}>
                {description}
              </Primitive.Description>
            )}
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto px-5 py-3">{children}</div>
          {footer !== undefined && (
            <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">{footer}</div>
          )}
          {/* Last in order, so that the keyboard starts on the content and not on the way out. */}
          <Primitive.Close
            aria-label="Close"
            className="absolute top-3 right-3 grid size-8 place-items-center rounded-md text-muted hover:bg-sunken"
          >
            <X aria-hidden className="size-4.5" />
          </Primitive.Close>
        </Primitive.Popup>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
