/** The only way to make a handler: guard, then parse, then act, then answer. A test sees to it that every route goes this way. */
import "server-only"
import * as z from "zod/mini"
import { err, ok, type Result } from "@/lib/core/result"
import { checkEntry, sessionToken } from "./guard"
import { readJsonBody } from "./read-body"
import { type Refusal, refusal } from "./refusal"
import { type Answer, answerResponse, refusalResponse } from "./response"
import { getWorld, type World } from "./world"

interface Schemas<Body, Params, Query> {
  /** What the request has to bring; where nothing is said, only an empty object is taken. */
  readonly body?: z.ZodMiniType<Body>
  /** Of the address's path. */
  readonly params?: z.ZodMiniType<Params>
  /** Of the address behind the question mark. */
  readonly query?: z.ZodMiniType<Query>
  /** Only the request that begins a session comes without one. */
  readonly withoutSession?: true
}

interface Call<Body, Params, Query> {
  readonly world: World
  readonly body: Body
  readonly params: Params
  readonly query: Query
  /** Whether the session that asked still holds; for answers that go on for long. */
  readonly allowed: () => boolean
}

type Handled = Result<Answer, Refusal>
type Act<Body, Params, Query> = (call: Call<Body, Params, Query>) => Handled | Promise<Handled>
type Handler = (request: Request, context: { readonly params: Promise<unknown> }) => Promise<Response>

const emptySchema = z.strictObject({})
/** Ids are made by this server; anything longer is none of them. */
export const idSchema = z.strictObject({ id: z.string().check(z.maxLength(64)) })

export const NO_SUCH_RUN = refusal(404, "no-such-run", "This run is not known, or was a while ago.")
const UNEXPECTED = refusal(500, "unexpected", "Something went wrong inside Keytrim. Try again.")

/** Names the field at fault. A schema's own message could quote what was entered, so it is not passed on. */
function parse<Value>(schema: z.ZodMiniType<Value>, value: unknown): Result<Value, Refusal> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return ok(parsed.data)
  const [field] = parsed.error.issues[0]?.path ?? []
  const named = typeof field === "string" ? field : null
  return err(refusal(400, "not-understood", "The request does not have the form that Keytrim expects.", named))
}

/** A handler that names no schema reads nothing there, so whatever its type says, an empty object does. */
function orEmpty<Value>(schema: z.ZodMiniType<Value> | undefined): z.ZodMiniType<Value> {
  return schema ?? (emptySchema as unknown as z.ZodMiniType<Value>)
}

export function route<Body = object, Params = object, Query = object>(
  schemas: Schemas<Body, Params, Query>,
  act: Act<Body, Params, Query>,
): Handler {
  const bodySchema = orEmpty(schemas.body)
  const paramsSchema = orEmpty(schemas.params)
  const querySchema = orEmpty(schemas.query)

  async function handle(world: World, request: Request, context: { readonly params: Promise<unknown> }) {
    const entry = { needsSession: schemas.withoutSession !== true }
    const refused = checkEntry(world, request, entry)
    if (refused) return err(refused)
    world.idle.check()
    const params = parse(paramsSchema, (await context.params) ?? {})
    if (!params.ok) return params
    const query = parse(querySchema, schemas.query ? Object.fromEntries(new URL(request.url).searchParams) : {})
    if (!query.ok) return query
    const text = request.method === "GET" || request.method === "HEAD" ? ok({}) : await readJsonBody(request)
    if (!text.ok) return text
    const body = parse(bodySchema, text.value)
    if (!body.ok) return body
    const token = sessionToken(request)
    const allowed = () => world.sessions.holds(token)
    return act({ world, body: body.value, params: params.value, query: query.value, allowed })
  }

  return async (request, context) => {
    const world = getWorld()
    try {
      const handled = await handle(world, request, context)
      return handled.ok ? answerResponse(handled.value, request.signal) : refusalResponse(handled.error)
    } catch (problem) {
      world.onUnexpected("request", problem)
      return refusalResponse(UNEXPECTED)
    }
  }
}
