import { ok } from "@/lib/core/result"
import { patchKeySchema } from "@/lib/protocol/key-view"
import { json, nothing } from "@/lib/server/response"
import { idSchema, route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

export const GET = route({ params: idSchema }, ({ world, params }) => {
  const key = world.keys.get(params.id)
  return key.ok ? ok(json(key.value)) : key
})

export const PATCH = route({ params: idSchema, body: patchKeySchema }, ({ world, params, body }) => {
  const key = world.keys.patch(params.id, body)
  return key.ok ? ok(json(key.value)) : key
})

export const DELETE = route({ params: idSchema }, ({ world, params }) => {
  const removed = world.keys.remove(params.id)
  return removed.ok ? ok(nothing) : removed
})
