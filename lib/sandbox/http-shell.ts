import { once } from "node:events"
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import type { AddressInfo } from "node:net"
import type { Clock } from "@/lib/core/clock"
import type { Exchange } from "./faults"
import type { SandboxRequest } from "./sandbox-request"

const HOST = "127.0.0.1"
const BODY_BYTES_MAX = 1024 * 1024

/** What the shell needs from the sandbox behind it. */
export interface Behind {
  readonly clock: Clock
  answer(request: SandboxRequest): Exchange
  /** A request that was turned away at the door, for the journal. */
  turnedAway(request: { readonly method: string; readonly path: string }, status: number): void
}

/** The whole body, or null once it is longer than 1 MiB; what follows then is let go unread, so that the refusal can be sent. */
function readBody(request: IncomingMessage): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    request.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > BODY_BYTES_MAX) resolve(null)
      else chunks.push(chunk)
    })
    request.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")))
    request.on("error", reject)
  })
}

function headersOf(request: IncomingMessage): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]) => [name, String(value ?? "")] as const)
  return Object.fromEntries(entries)
}

// Pages send an Origin with whatever could change something; with an image or a script's address they send at least the other one.
function fromBrowser({ headers }: IncomingMessage): boolean {
  return headers.origin !== undefined || headers["sec-fetch-site"] !== undefined
}

function refuse(response: ServerResponse, status: number): void {
  response.writeHead(status, { connection: "close" })
  response.end()
}

/** Aborts once the client has gone or the shell closes. */
function abortWhenGone(response: ServerResponse, closing: AbortSignal): AbortSignal {
  const gone = new AbortController()
  response.once("close", () => gone.abort())
  return AbortSignal.any([gone.signal, closing])
}

async function send(response: ServerResponse, exchange: Exchange, clock: Clock, closing: AbortSignal): Promise<void> {
  if (exchange.ending === "hangs") return
  if (exchange.ending === "reset") {
    response.socket?.resetAndDestroy()
    return
  }
  if (exchange.delayMs > 0) await clock.sleep(exchange.delayMs, abortWhenGone(response, closing))
  response.writeHead(exchange.status, exchange.headers)
  response.end(exchange.body)
}

/**
 * A sandbox over HTTP on 127.0.0.1. Only programs are let in: a browser's page sends an Origin, and one that reached the port under
 * another name sends that name as Host; neither may read sample credentials' answers or change the sample account.
 */
export class HttpShell {
  readonly #server: Server
  readonly #behind: Behind
  readonly #closing = new AbortController()
  #host: string | null = null

  constructor(behind: Behind) {
    this.#behind = behind
    this.#server = createServer((request, response) => {
      this.#handle(request, response).catch(() => response.destroy())
    })
  }

  /** Listens on the port, or on a free one, and answers its origin. Rejects where the port is taken. */
  async listen(port = 0): Promise<string> {
    this.#server.listen(port, HOST)
    await once(this.#server, "listening")
    const address = this.#server.address() as AddressInfo
    this.#host = `${HOST}:${address.port}`
    return `http://${this.#host}`
  }

  async close(): Promise<void> {
    this.#closing.abort()
    this.#server.closeAllConnections()
    await new Promise<void>((resolve) => this.#server.close(() => resolve()))
  }

  async #handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET", url = "/" } = request
    const turnAway = (status: number) => {
      this.#behind.turnedAway({ method, path: url }, status)
      refuse(response, status)
    }
    if (fromBrowser(request) || request.headers.host !== this.#host) return turnAway(403)
    const body = await readBody(request)
    if (body === null) return turnAway(413)
    const remoteIp = request.socket.remoteAddress ?? ""
    const exchange = this.#behind.answer({ method, path: url, headers: headersOf(request), body, remoteIp })
    await send(response, exchange, this.#behind.clock, this.#closing.signal)
  }
}
