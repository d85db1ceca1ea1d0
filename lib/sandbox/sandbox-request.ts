/** One request as it reached the sandbox, over HTTP or in process. */
export interface SandboxRequest {
  readonly method: string
  /** With its query string, as in the request line. */
  readonly path: string
  readonly headers: Readonly<Record<string, string | undefined>>
  readonly body: string
  readonly remoteIp: string
}

/** Parameters of a call by name; what is not text in a JSON body stands here as its JSON. */
export type CallParameters = ReadonlyMap<string, string>

export function headerOf({ headers }: SandboxRequest, name: string): string {
  const wanted = name.toLowerCase()
  const found = Object.entries(headers).find(([header]) => header.toLowerCase() === wanted)
  return found?.[1] ?? ""
}

/** The path without its query string. */
export function barePath({ path }: SandboxRequest): string {
  return path.split("?", 1)[0] ?? ""
}

function fromJson(body: string): CallParameters {
  let value: unknown
  try {
    value = JSON.parse(body)
  } catch {
    return new Map()
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) return new Map()
  const parameters = new Map(
    Object.entries(value).map(([name, part]) => [name, typeof part === "string" ? part : JSON.stringify(part)]),
  )
  // A nonce in nanoseconds does not survive as a JavaScript number, so its digits are taken from the text.
  const digits = /"nonce"\s*:\s*(\d+)/.exec(body)?.[1]
  if (digits !== undefined) parameters.set("nonce", digits)
  return parameters
}

/** Reads a form or JSON body. Some clients send no Content-Type, so the body itself says which it is. */
export function parametersOf({ body }: SandboxRequest): CallParameters {
  return body.trimStart().startsWith("{") ? fromJson(body) : new Map(new URLSearchParams(body))
}
