/** The door in front of the framework: our own small HTTP server. It lets in what browsers on this machine send to this very address. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { answerWithRemoval, asksForWorker } from "./foreign-worker"
import { BODY_BYTES_MAX } from "./read-body"
import type { World } from "./world"

const METHODS = new Set(["GET", "HEAD", "POST", "PATCH", "DELETE"])
/** Pages and files are only read; a form posted to one would reach the framework's own decoder of actions. */
const READING = new Set(["GET", "HEAD"])
const HEADER_BYTES_MAX = 16 * 1024
const URL_LENGTH_MAX = 4_096
const HEADERS_TIMEOUT_MS = 10_000
const REQUEST_TIMEOUT_MS = 30_000

/** Headers that proxies and the framework itself would set; from a browser they can only be an attempt to mislead. */
const NEVER_FROM_A_BROWSER =
  /^(x-forwarded-|x-middleware-|x-next-|x-nextjs-|x-invoke-|x-matched-path$|forwarded$|next-action$)/

export type Handle = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

interface TurnedAway {
  readonly status: number
  readonly message: string
}

/** The Host headers as they came; where there are several, each reader could believe another one. */
function hostsOf({ rawHeaders }: IncomingMessage): string[] {
  return rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === "host")
}

function fromThisMachine({ socket }: IncomingMessage): boolean {
  return /^(::ffff:)?127\.|^::1$/.test(socket.remoteAddress ?? "")
}

/** Whether the body is as short as it says. The framework keeps a copy of each, before any handler could refuse it. */
function bodyFits({ headers }: IncomingMessage): boolean {
  return headers["transfer-encoding"] === undefined && Number(headers["content-length"] ?? 0) <= BODY_BYTES_MAX
}

function turnedAway(world: World, request: IncomingMessage): TurnedAway | null {
  const [host, ...others] = hostsOf(request)
  if (!fromThisMachine(request) || others.length > 0 || host === undefined || host !== world.address()?.host)
    return { status: 403, message: "Only the address of Keytrim's own link is answered." }
  const { method = "", url = "" } = request
  if (!METHODS.has(method) || !(READING.has(method) || url.startsWith("/api/")))
    return { status: 405, message: "This method is not used here." }
  if (!bodyFits(request)) return { status: 413, message: "This is more than Keytrim takes at once." }
  if (!url.startsWith("/") || url.startsWith("//") || url.length > URL_LENGTH_MAX)
    return { status: 400, message: "This address is not used here." }
  if (request.headers["next-action"] !== undefined) return { status: 403, message: "Server actions are not used here." }
  return null
}

function refuse(response: ServerResponse, { status, message }: TurnedAway): void {
  response.writeHead(status, {
    "content-type": "text/plain; charset=utf-8",
    "cache-control": "no-store",
    connection: "close",
  })
  response.end(`${message}\n`)
}

/** For every answer, files included; pages get their stricter policy on top. */
function setStandingHeaders(response: ServerResponse): void {
  response.setHeader("x-content-type-options", "nosniff")
  response.setHeader("cross-origin-resource-policy", "same-origin")
  response.setHeader("referrer-policy", "no-referrer")
}

function dropMisleadingHeaders(request: IncomingMessage): void {
  for (const name of Object.keys(request.headers)) if (NEVER_FROM_A_BROWSER.test(name)) delete request.headers[name]
}

/**
 * Not listening yet: the launcher chooses the port, tells the world of it, and nothing is answered before that. `onForeignWorker`
 * hears that another program had a script in the browser for this address; it was removed, and every session has ended.
 */
export function createHttpServer(world: World, handle: Handle, onForeignWorker = () => {}): Server {
  const limits = {
    maxHeaderSize: HEADER_BYTES_MAX,
    headersTimeout: HEADERS_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
  }
  const server = createServer(limits, (request, response) => {
    setStandingHeaders(response)
    const refusal = turnedAway(world, request)
    if (refusal) return refuse(response, refusal)
    if (asksForWorker(request)) {
      // It may have read the link that was opened.
      world.sessions.endAll()
      onForeignWorker()
      return answerWithRemoval(response)
    }
    dropMisleadingHeaders(request)
    Promise.resolve(handle(request, response)).catch((problem: unknown) => {
      world.onUnexpected("server", problem)
      response.destroy()
    })
  })
  // Nothing here is ever upgraded or tunnelled.
  server.on("upgrade", (_, socket) => socket.destroy())
  server.on("connect", (_, socket) => socket.destroy())
  return server
}
