/**
 * Whatever once answered at this port may have left a service worker in the browser, which then stands between the person and
 * Keytrim: it answers for the address before any request leaves. Browsers ask for such a worker's script again with every page that
 * it controls, past the worker itself. Keytrim has none, so it answers with one that removes itself and loads the real page.
 */
import type { IncomingMessage, ServerResponse } from "node:http"

// The start page, without the old fragment: an address that differs in its fragment only would not be loaded anew.
const REMOVES_ITSELF = `
self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(remove()))
async function remove() {
  await self.registration.unregister()
  const pages = await self.clients.matchAll({ type: "window" })
  await Promise.all(pages.map((page) => page.navigate("/")))
}
`

/** Whether a browser looks after a service worker of this address. No page of another website can send this header. */
export function asksForWorker({ headers }: IncomingMessage): boolean {
  return headers["service-worker"] === "script"
}

export function answerWithRemoval(response: ServerResponse): void {
  response.writeHead(200, { "content-type": "text/javascript; charset=utf-8", "cache-control": "no-store" })
  response.end(REMOVES_ITSELF)
}
