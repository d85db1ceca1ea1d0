import { ok } from "@/lib/core/result"
import { patchSampleKeySchema } from "@/lib/protocol/session-view"
import { json } from "@/lib/server/response"
import { idSchema, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Changes a sample key as its owner would on Kraken's key screen. */
export const PATCH = route({ params: idSchema, body: patchSampleKeySchema }, ({ world, params, body }) => {
  const edited = world.samples.edit(params.id, body)
  return edited.ok ? ok(json(edited.value)) : edited
})
