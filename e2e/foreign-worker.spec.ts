/** A program that had the port before, and left a service worker in the browser, must not stand between a person and Keytrim. */
import { once } from "node:events"
import { createServer, type Server } from "node:http"
import { freePort } from "./support/free-port"
import { startKeytrim } from "./support/keytrim"
import { expect, test } from "./support/test"

const ANSWERS_FOR_US = `
self.addEventListener("install", () => self.skipWaiting())
self.addEventListener("activate", (event) => event.waitUntil(clients.claim()))
self.addEventListener("fetch", (event) => {
  const page = () => new Response("<p>Paste your key here</p>", { headers: { "content-type": "text/html" } })
  if (event.request.mode === "navigate") event.respondWith(page())
})`

async function squatOn(port: number): Promise<Server> {
  const squatter = createServer(({ url }, response) => {
    const isScript = url === "/worker.js"
    response.setHeader("content-type", isScript ? "text/javascript" : "text/html")
    response.end(isScript ? ANSWERS_FOR_US : "<script>navigator.serviceWorker.register('/worker.js')</script>")
  })
  squatter.listen(port, "127.0.0.1")
  await once(squatter, "listening")
  return squatter
}

test("what another program left in the browser for this address goes, with every session it may have read", async ({
  page,
}) => {
  const port = await freePort()
  const squatter = await squatOn(port)
  await page.goto(`http://127.0.0.1:${port}/`)
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null)
  squatter.closeAllConnections()
  squatter.close()
  await page.goto("about:blank")

  const keytrim = await startKeytrim({ KEYTRIM_PORT: String(port) })
  expect(new URL(keytrim.url).port).toBe(String(port))
  await page.goto(await keytrim.newLink())
  await expect(page.getByText("Paste your key here")).toBeVisible()
  await expect(page.getByRole("heading", { name: /Press Enter in Keytrim/ })).toBeVisible({ timeout: 20_000 })
  expect(keytrim.output()).toMatch(/another program answered at this address/)

  await page.goto(await keytrim.newLink())
  await expect(page.getByRole("navigation")).toBeVisible()
  await keytrim.stop()
})
