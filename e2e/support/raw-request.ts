import { request } from "node:http"

export interface RawAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** One HTTP request with exactly these headers: browsers and fetch would not let a test forge Host or Origin. Streams are cut after `cutMs`. */
export function rawRequest(
  url: string,
  options: { method?: string; path?: string; headers?: Record<string, string>; body?: string; cutMs?: number },
): Promise<RawAnswer> {
  const { hostname, port } = new URL(url)
  // Said outright: Node frames the body of a DELETE in no way by itself, and the server then sees two broken requests.
  const framing = options.body === undefined ? {} : { "content-length": String(Buffer.byteLength(options.body)) }
  return new Promise((resolve, reject) => {
    const call = request(
      {
        hostname,
        port,
        method: options.method ?? "GET",
        path: options.path ?? "/",
        headers: { ...options.headers, ...framing },
      },
      (response) => {
        let body = ""
        const finish = () => {
          clearTimeout(cut)
          const headers = Object.fromEntries(
            Object.entries(response.headers).map(([name, value]) => [name, String(value)]),
          )
          resolve({ status: response.statusCode ?? 0, headers, body })
        }
        const cut = setTimeout(() => {
          finish()
          call.destroy()
        }, options.cutMs ?? 2_000)
        response.setEncoding("utf8").on("data", (chunk: string) => (body += chunk))
        response.on("end", finish)
      },
    )
    call.on("error", reject)
    call.end(options.body)
  })
}
