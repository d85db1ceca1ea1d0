import { ok } from "@/lib/core/result"
import { stream } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Everything that happens, for as long as the page listens. */
export const GET = route({}, ({ world, allowed }) => ok(stream((signal) => world.live.follow(allowed, signal))))
