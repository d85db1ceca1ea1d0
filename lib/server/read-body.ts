import { err, ok, type Result } from "@/lib/core/result"
import { type Refusal, refusal } from "./refusal"

export const BODY_BYTES_MAX = 64 * 1024

const TOO_LONG = refusal(413, "too-long", "This is more than Keytrim takes at once.")
const NOT_UNDERSTOOD = refusal(400, "not-understood", "The request could not be read.")

/** The JSON in a request's body, at most 64 KiB; nothing at all counts as an empty object. Nothing of it is kept or repeated. */
export async function readJsonBody(request: Request): Promise<Result<unknown, Refusal>> {
  if (Number(request.headers.get("content-length") ?? 0) > BODY_BYTES_MAX) return err(TOO_LONG)
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength
    if (bytes > BODY_BYTES_MAX) return err(TOO_LONG)
    chunks.push(chunk)
  }
  if (bytes === 0) return ok({})
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks))))
  } catch {
    // A parser's message quotes what it stumbled over, and that may be a secret.
    return err(NOT_UNDERSTOOD)
  }
}
