import { Circle, CircleCheck, CircleDashed } from "lucide-react"
import { classNames } from "./class-names"

export type TickState = "open" | "listed" | "tested" | "aged"

/**
 * What is known of a step: `open`, `listed` (hollow: Kraken lists it so), `tested` (solid: listed and tried),
 * `aged` (told by hand, or too old to count on: never green).
 */
export function TickMark({ state }: { readonly state: TickState }) {
  const shape = "size-5 shrink-0"
  if (state === "open") return <Circle aria-hidden className={classNames(shape, "text-edge")} />
  if (state === "aged") return <CircleDashed aria-hidden className={classNames(shape, "text-muted")} />
  if (state === "listed") return <CircleCheck aria-hidden className={classNames(shape, "text-ok")} />
  return <CircleCheck aria-hidden className={classNames(shape, "fill-ok text-ok [&>path]:stroke-surface")} />
}
