/** The only part of a key that is ever shown. */
export function LastFour({ last4 }: { readonly last4: string }) {
  return (
    <span className="whitespace-nowrap font-mono text-muted">
      <span aria-hidden>…</span>
      <span className="sr-only">ending in </span>
      {last4}
    </span>
  )
}
