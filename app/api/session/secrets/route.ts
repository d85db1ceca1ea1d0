import { ok } from "@/lib/core/result"
import { nothing } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Forgets every secret now. Keys and what was learnt stay. */
export const DELETE = route({}, ({ world }) => {
  world.keys.forgetSecrets()
  return ok(nothing)
})
