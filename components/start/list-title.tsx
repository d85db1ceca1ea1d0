import { Plus } from "lucide-react"
import { ButtonLink } from "@/components/ui/button"
import { PageTitle } from "@/components/ui/page-frame"
import { listHeadline } from "@/lib/audit/list-headline"
import type { KeyView } from "@/lib/protocol/key-view"
import { nameOf, sortKeys, startWith } from "./key-list"

/** How many keys are dangerous, and the one to begin with. */
export function ListTitle({ keys }: { readonly keys: readonly KeyView[] }) {
  // In the list's own order, so that of two equally dangerous keys the sentence and the button name the same.
  const sorted = sortKeys(keys, "danger")
  const { headline, detail } = listHeadline(sorted.map((view) => ({ name: nameOf(view), report: view.report })))
  const first = startWith(sorted)
  return (
    <PageTitle
      title={headline}
      lead={detail}
      actions={
        <>
          {first && (
            <ButtonLink href={`/keys/${first.id}`} look="filled">
              Open “{nameOf(first)}”
            </ButtonLink>
          )}
          <ButtonLink href="/add" look={first ? "outline" : "filled"}>
            <Plus aria-hidden className="size-4" />
            Add a key
          </ButtonLink>
        </>
      }
    />
  )
}
