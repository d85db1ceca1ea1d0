import { err, ok } from "@/lib/core/result"
import { nothing } from "@/lib/server/response"
import { idSchema, NO_SUCH_RUN, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Stops a run; what was sent is sent. */
export const DELETE = route({ params: idSchema }, ({ world, params }) =>
  world.runs.stop(params.id) ? ok(nothing) : err(NO_SUCH_RUN),
)
