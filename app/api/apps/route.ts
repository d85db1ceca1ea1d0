import { ENTRIES, summariseEntry } from "@/lib/audit/entries"
import { ok } from "@/lib/core/result"
import { json } from "@/lib/server/response"
import { route } from "@/lib/server/route"

export const dynamic = "force-dynamic"

/** Every application and use that can be looked up, with what each asks for and needs. */
export const GET = route({}, () => ok(json({ entries: ENTRIES.map(summariseEntry) })))
