import { PURPOSES } from "@/lib/catalog/purposes"
import { ok } from "@/lib/core/result"
import type { PurposeChoice } from "@/lib/protocol/session-view"
import { json } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Everything that a key can be for. */
export const GET = route({}, () => {
  const purposes = PURPOSES.map(
    ({ id, title, aliases, kind, category, summary, nonceScale }): PurposeChoice => ({
      ...{ id, title, aliases: [...aliases], kind, category, summary, nonceScale },
    }),
  )
  return ok(json({ purposes }))
})
