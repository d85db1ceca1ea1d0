import { ok } from "@/lib/core/result"
import { addKeySchema } from "@/lib/protocol/key-view"
import { created, json } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

export const GET = route({}, ({ world }) => ok(json({ keys: world.keys.list() })))

/** Takes a key in; the answer never holds any of what was sent. */
export const POST = route({ body: addKeySchema }, ({ world, body }) => {
  const added = world.keys.add(body)
  return added.ok ? ok(created(added.value)) : added
})
