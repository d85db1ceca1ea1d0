import { ok } from "@/lib/core/result"
import { nothing } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** A person moved, typed or scrolled just now. */
export const POST = route({}, ({ world }) => {
  world.idle.noteInput()
  return ok(nothing)
})
