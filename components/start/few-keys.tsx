"use client"

import type { KeyView } from "@/lib/protocol/key-view"
import { sortKeys } from "./key-list"
import { KeyRows, RowsHead } from "./key-rows"
import { ListTitle } from "./list-title"
import { ReadAllBar } from "./read-all-bar"

/** As many keys as fit on a screen: the most dangerous first, with what each can do. */
export function FewKeys({ keys }: { readonly keys: readonly KeyView[] }) {
  return (
    <>
      <ListTitle keys={keys} />
      <section aria-label="Your keys" className="rounded-lg border border-line bg-surface">
        <RowsHead />
        <div className="border-t border-line max-lg:border-t-0">
          <KeyRows keys={sortKeys(keys, "danger")} />
        </div>
      </section>
      <div className="mt-3">
        <ReadAllBar keys={keys} />
      </div>
    </>
  )
}
