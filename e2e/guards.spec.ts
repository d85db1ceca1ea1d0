/** No other website, user or machine gets in: every built route, asked by everyone who has no business here. */
import { builtRoutes } from "./support/built-routes"
import { rawRequest } from "./support/raw-request"
import { expect, keytrimForFile, test } from "./support/test"

const keytrim = keytrimForFile()
const METHODS = ["GET", "POST", "PATCH", "PUT", "DELETE"] as const
const routes = builtRoutes()
const host = () => new URL(keytrim.current.url).host

/** A real session, so that each test below varies exactly one thing. */
async function openSession(): Promise<string> {
  const code = new URL(await keytrim.current.newLink()).hash.replace("#code=", "")
  const answer = await rawRequest(keytrim.current.url, {
    method: "POST",
    path: "/api/session",
    headers: { host: host(), origin: keytrim.current.url, "content-type": "application/json" },
    body: JSON.stringify({ code }),
  })
  expect(answer.status).toBe(200)
  return JSON.parse(answer.body).token
}

const sameOrigin = (token: string) => ({
  host: host(),
  origin: keytrim.current.url,
  "content-type": "application/json",
  "x-keytrim-session": token,
})

test("the manifest lists the routes that this file is about", () => {
  expect(routes.filter((route) => route.isApi).length).toBeGreaterThanOrEqual(10)
  expect(routes.map((route) => route.path)).toEqual(
    expect.arrayContaining(["/", "/add", "/keys/made-up-id", "/try", "/settings", "/api/keys"]),
  )
})

for (const foreign of ["localhost", "evil.example", "127.0.0.1", "127.0.0.1.evil.example", "[::1]"]) {
  test(`a request with the Host ${foreign} gets nothing from any route or framework variant`, async () => {
    const token = await openSession()
    for (const route of routes) {
      for (const path of [route.path, `${route.path}.rsc`, `${route.path}?_rsc=1`]) {
        const headers = {
          ...sameOrigin(token),
          host: foreign === "localhost" ? `localhost:${new URL(keytrim.current.url).port}` : foreign,
        }
        const answer = await rawRequest(keytrim.current.url, {
          path,
          headers: { ...headers, rsc: "1", "next-router-prefetch": "1" },
        })
        expect(answer.status, path).toBeGreaterThanOrEqual(400)
        expect(answer.body, path).not.toContain("Keytrim trims")
      }
    }
  })
}

test("without the session no API route reveals or changes anything, whatever the method", async () => {
  for (const route of routes.filter(({ isApi }) => isApi)) {
    for (const method of METHODS) {
      const headers = { host: host(), origin: keytrim.current.url, "content-type": "application/json" }
      const answer = await rawRequest(keytrim.current.url, {
        method,
        path: route.path,
        headers,
        body: method === "GET" ? "" : "{}",
      })
      expect([400, 401, 403, 405], `${method} ${route.path}`).toContain(answer.status)
      expect(answer.body.length, `${method} ${route.path}`).toBeLessThan(400)
    }
  }
})

test("from another origin no state-changing request is taken, even with a valid session", async () => {
  const token = await openSession()
  for (const origin of [
    "https://evil.example",
    "null",
    `http://localhost:${new URL(keytrim.current.url).port}`,
    `${keytrim.current.url}.evil.example`,
  ]) {
    for (const route of routes.filter(({ isApi }) => isApi)) {
      for (const method of METHODS.slice(1)) {
        const answer = await rawRequest(keytrim.current.url, {
          method,
          path: route.path,
          headers: { ...sameOrigin(token), origin },
          body: "{}",
        })
        expect([403, 405], `${method} ${route.path} from ${origin}`).toContain(answer.status)
      }
    }
  }
})

test("a state-changing request without an Origin is refused", async () => {
  const { host: asked, "content-type": type, "x-keytrim-session": token } = sameOrigin(await openSession())
  const headers = { host: asked, "content-type": type, "x-keytrim-session": token }
  for (const route of routes.filter(({ isApi }) => isApi)) {
    const answer = await rawRequest(keytrim.current.url, { method: "POST", path: route.path, headers, body: "{}" })
    expect([403, 405], route.path).toContain(answer.status)
  }
})

test("server actions, the image optimiser and upgrades are closed", async () => {
  const token = await openSession()
  const action = await rawRequest(keytrim.current.url, {
    method: "POST",
    path: "/",
    headers: { ...sameOrigin(token), "next-action": "0".repeat(40) },
    body: "[]",
  })
  expect(action.status).toBeGreaterThanOrEqual(400)
  const image = await rawRequest(keytrim.current.url, {
    path: "/_next/image?url=%2Ficon.png&w=64&q=75",
    headers: { host: host() },
  })
  expect(image.status).toBeGreaterThanOrEqual(400)
})

test("a link's code opens one session only, and its second use ends that session", async () => {
  const code = new URL(await keytrim.current.newLink()).hash.replace("#code=", "")
  const use = () =>
    rawRequest(keytrim.current.url, {
      method: "POST",
      path: "/api/session",
      headers: { host: host(), origin: keytrim.current.url, "content-type": "application/json" },
      body: JSON.stringify({ code }),
    })
  const first = await use()
  const { token } = JSON.parse(first.body)
  const keys = () => rawRequest(keytrim.current.url, { path: "/api/keys", headers: sameOrigin(token) })
  expect((await keys()).status).toBe(200)
  expect((await use()).status).toBe(401)
  expect((await keys()).status).toBe(401)
})

test("pages carry the strict policy: no inline script, no foreign source, no framing", async () => {
  for (const route of routes.filter(({ isApi }) => !isApi)) {
    const answer = await rawRequest(keytrim.current.url, { path: route.path, headers: { host: host() } })
    const policy = answer.headers["content-security-policy"] ?? ""
    expect(policy, route.path).toContain("default-src 'none'")
    expect(policy, route.path).toContain("require-trusted-types-for 'script'")
    expect(policy, route.path).toContain("frame-ancestors 'none'")
    expect(policy, route.path).not.toContain("unsafe")
    expect(answer.headers["set-cookie"], route.path).toBeUndefined()
  }
})
