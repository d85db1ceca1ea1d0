import { ok } from "@/lib/core/result"
import { startRunSchema } from "@/lib/protocol/key-view"
import { created } from "@/lib/server/response"
import { idSchema, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Reads the key at Kraken; where a run is under way already, answers that one's id. */
export const POST = route({ params: idSchema, body: startRunSchema }, ({ world, params, body }) => {
  const runId = world.keys.startRun(params.id, body)
  return runId.ok ? ok(created({ runId: runId.value })) : runId
})
