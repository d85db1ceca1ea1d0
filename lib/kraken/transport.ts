import http from "node:http"
import https from "node:https"
import { rootCertificates } from "node:tls"
import { err, ok, type Result } from "@/lib/core/result"
import type { HttpRequest, Transport, TransportProblem } from "./contract"

/** Bytes of an answer that are read at most; Kraken's are far smaller. */
export const ANSWER_BYTES_MAX = 1024 * 1024

type Exchange = Result<{ readonly status: number; readonly body: string }, TransportProblem>

/** Ends an exchange from our side; `problem` is what it is reported as. */
class GivenUp extends Error {
  readonly problem: TransportProblem
  constructor(problem: TransportProblem) {
    super(problem)
    this.problem = problem
  }
}

/** Reads the whole answer, or rejects: an answer that broke off is never taken for a short one. */
function readBody(response: http.IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let bytes = 0
    response.on("data", (chunk: Buffer) => {
      bytes += chunk.length
      if (bytes > ANSWER_BYTES_MAX) response.destroy(new GivenUp("too-large"))
      else chunks.push(chunk)
    })
    response.on("end", () => resolve(Buffer.concat(chunks).toString("utf8")))
    response.on("error", reject)
    response.on("close", () => reject(new GivenUp("unreachable")))
  })
}

function isRedirect(status: number): boolean {
  return status >= 300 && status < 400
}

function exchange(request: HttpRequest, agents: Agents, signal: AbortSignal): Promise<Exchange> {
  return new Promise((resolve, reject) => {
    const secure = request.url.startsWith("https://")
    const client = secure ? https : http
    const outgoing = client.request(request.url, {
      method: request.method,
      headers: { ...request.headers, "Accept-Encoding": "identity" },
      agent: secure ? agents.https : agents.http,
      signal,
    })
    outgoing.on("error", reject)
    // Unheard, a change of protocol would close the connection without a word, and the call would never end.
    outgoing.on("upgrade", (_, socket) => {
      socket.destroy()
      resolve(err("redirected"))
    })
    outgoing.on("response", (response) => {
      const status = response.statusCode ?? 0
      if (isRedirect(status)) {
        // Followed, the signed headers would go to whatever address the answer names.
        response.destroy()
        resolve(err("redirected"))
        return
      }
      readBody(response).then((body) => resolve(ok({ status, body })), reject)
    })
    outgoing.end(request.body ?? undefined)
  })
}

interface Agents {
  readonly http: http.Agent
  readonly https: https.Agent
}

/**
 * One exchange over node:http(s), with agents of its own: no proxy from the environment, no redirects, certificates always checked,
 * at most 1 MiB of answer, and a deadline for the whole of it. Problems are values; an abort rejects with the signal's reason.
 */
export function createTransport(): Transport {
  const agents: Agents = {
    http: new http.Agent({ keepAlive: false }),
    // Said outright, both hold against an environment that switches verification off or trusts further authorities, such as a
    // company's own that reads along: with Kraken nobody stands in between.
    https: new https.Agent({
      keepAlive: false,
      rejectUnauthorized: true,
      minVersion: "TLSv1.2",
      ca: [...rootCertificates],
    }),
  }
  return async (request, signal) => {
    signal?.throwIfAborted()
    const ending = new AbortController()
    const abort = () => ending.abort()
    signal?.addEventListener("abort", abort)
    const deadline = setTimeout(() => ending.abort(new GivenUp("timeout")), request.timeoutMs)
    try {
      return await exchange(request, agents, ending.signal)
    } catch (problem) {
      signal?.throwIfAborted()
      const cause = ending.signal.aborted ? ending.signal.reason : problem
      return err(cause instanceof GivenUp ? cause.problem : "unreachable")
    } finally {
      clearTimeout(deadline)
      signal?.removeEventListener("abort", abort)
    }
  }
}
