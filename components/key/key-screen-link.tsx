import { ButtonLink, type ButtonLook, OutsideButtonLink } from "@/components/ui/button"
import { KEY_PAGE } from "@/lib/catalog/key-screen"
import type { KeyView } from "@/lib/protocol/key-view"

interface KeyScreenLinkProps {
  readonly view: Pick<KeyView, "id" | "destination">
  readonly look?: ButtonLook
}

/** The place where the key is changed: Kraken's own page, or the sample one. */
export function KeyScreenLink({ view, look = "outline" }: KeyScreenLinkProps) {
  if (view.destination === "sandbox")
    return (
      <ButtonLink href={`/try/kraken?key=${view.id}`} look={look}>
        Open sample Kraken’s settings
      </ButtonLink>
    )
  return (
    <OutsideButtonLink href={KEY_PAGE.url} look={look}>
      Open Kraken’s key page
    </OutsideButtonLink>
  )
}
