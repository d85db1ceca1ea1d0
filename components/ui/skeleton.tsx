import { classNames } from "./class-names"

/** Stands where a text will stand. `size` gives its geometry in classes, e.g. "h-6 w-64". */
export function Skeleton({ size }: { readonly size: string }) {
  return (
    <span aria-hidden className={classNames("block max-w-full motion-safe:animate-pulse rounded-sm bg-sunken", size)} />
  )
}

/** Says to a screen reader what the grey bars say to the eye. */
export function LoadingWord({ children = "Loading" }: { readonly children?: string }) {
  return (
    <span role="status" className="sr-only">
      {children}
    </span>
  )
}
