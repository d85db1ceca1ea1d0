/** Runs before every page, file and handler. It is the second fence: handlers check again for themselves. */
import { type NextRequest, NextResponse } from "next/server"
import { contentPolicy, newNonce, standingHeaders, turnBack } from "@/lib/server/page-fence"
import { getWorld } from "@/lib/server/world"

export function proxy(request: NextRequest): NextResponse {
  const refused = turnBack(getWorld(), { path: request.nextUrl.pathname, headers: request.headers })
  const policy = contentPolicy(newNonce())
  const headers = new Headers(request.headers)
  // The framework takes the nonce for its own scripts from here.
  headers.set("content-security-policy", policy)
  const response = refused
    ? new NextResponse(`${refused.message}\n`, { status: refused.status })
    : NextResponse.next({ request: { headers } })
  response.headers.set("content-security-policy", policy)
  for (const [name, value] of standingHeaders()) response.headers.set(name, value)
  return response
}
