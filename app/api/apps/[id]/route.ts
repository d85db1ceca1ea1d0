import { entryById, entryPage } from "@/lib/audit/entries"
import { err, ok } from "@/lib/core/result"
import { entryQuerySchema } from "@/lib/protocol/entry-view"
import { refusal } from "@/lib/server/refusal"
import { json } from "@/lib/server/response"
import { idSchema, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

const NO_SUCH_ENTRY = refusal(404, "no-such-application", "Keytrim knows no application of this name.")

/** What to tick for one of them, with the optional features named in the question switched on. */
export const GET = route({ params: idSchema, query: entryQuerySchema }, ({ params, query }) => {
  const entry = entryById(params.id)
  return entry ? ok(json(entryPage(entry, query.on?.split(",") ?? []))) : err(NO_SUCH_ENTRY)
})
