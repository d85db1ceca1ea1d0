import { ButtonLink } from "@/components/ui/button"

/** Shown where a reading is wanted and the secret is no longer in memory. */
export function PasteAgain() {
  return (
    <div className="space-y-2">
      <p>Keytrim has forgotten this key’s secret. What it learnt stays; a new reading needs the secret again.</p>
      <ButtonLink href="/add" look="filled">
        Paste the secret again
      </ButtonLink>
    </div>
  )
}
