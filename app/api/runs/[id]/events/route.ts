import * as z from "zod/mini"
import { err, ok } from "@/lib/core/result"
import { stream } from "@/lib/server/response"
import { idSchema, NO_SUCH_RUN, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

const querySchema = z.object({ from: z._default(z.coerce.number().check(z.int(), z.nonnegative()), 0) })

/** Replays a run from its event `from` and follows it to its end. */
export const GET = route({ params: idSchema, query: querySchema }, ({ world, params, query, allowed }) => {
  if (!world.runs.has(params.id)) return err(NO_SUCH_RUN)
  return ok(stream((signal) => world.runs.events(params.id, query.from, allowed, signal)))
})
