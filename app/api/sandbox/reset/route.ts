import { ok } from "@/lib/core/result"
import { nothing } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Puts sample Kraken's keys and account back to the beginning. */
export const POST = route({}, ({ world }) => {
  world.samples.reset()
  return ok(nothing)
})
