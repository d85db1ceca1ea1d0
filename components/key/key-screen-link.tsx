import { ButtonLink } from "@/components/ui/button"
import { OutsideLink } from "@/components/ui/text-link"
import { KEY_PAGE } from "@/lib/catalog/key-screen"
import type { KeyView } from "@/lib/protocol/key-view"

/** The place where the key is changed: Kraken's own page, or the sample one. */
export function KeyScreenLink({ view }: { readonly view: Pick<KeyView, "id" | "destination"> }) {
  if (view.destination === "sandbox")
    return <ButtonLink href={`/try/kraken?key=${view.id}`}>Open sample Kraken’s settings</ButtonLink>
  return <OutsideLink href={KEY_PAGE.url}>Open Kraken’s key page</OutsideLink>
}
