import { err, ok } from "@/lib/core/result"
import { openSessionSchema } from "@/lib/protocol/session-view"
import { refusal } from "@/lib/server/refusal"
import { json } from "@/lib/server/response"
import { route } from "@/lib/server/route"
import { viewSession } from "@/lib/server/session-view"

export const dynamic = "force-dynamic"

const REFUSED = {
  "not-valid": refusal(401, "link-not-valid", "This link was made for another start, or is older than two minutes."),
  "used-twice": refusal(
    401,
    "link-used-twice",
    "This link was used twice, so somebody else may have read it. The session that it opened has ended.",
  ),
} as const

/** Exchanges a link's code for this tab's token. */
export const POST = route({ body: openSessionSchema, withoutSession: true }, ({ world, body }) => {
  const opened = world.sessions.open(body.code)
  return opened.ok ? ok(json({ token: opened.value })) : err(REFUSED[opened.error])
})

export const GET = route({}, ({ world }) => ok(json(viewSession(world))))
