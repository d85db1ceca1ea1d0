import { ok } from "@/lib/core/result"
import { created, json, nothing } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

export const GET = route({}, ({ world }) => ok(json(world.samples.account())))

/** Puts the sample keys beside the real ones. */
export const POST = route({}, async ({ world }) => ok(created({ keyIds: await world.samples.open() })))

export const DELETE = route({}, async ({ world }) => {
  await world.samples.close()
  return ok(nothing)
})
