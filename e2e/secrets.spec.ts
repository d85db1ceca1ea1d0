/** No secret leaves the server and none lies on disk: canaries are entered everywhere and then looked for everywhere. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import path from "node:path"
import { addKey } from "./support/add-key"
import { audit } from "./support/headless"
import { type Keytrim, ROOT, startKeytrim } from "./support/keytrim"
import { type Credentials, type LoopbackSandbox, startLoopbackSandbox } from "./support/loopback-sandbox"
import { expect, openDashboard, test } from "./support/test"

/** Any twelve characters in a row, of the text and of the forms in which it could be written down. */
function formsOf(secret: string): string[] {
  const bytes = Buffer.from(secret, "base64")
  const texts = [
    secret,
    encodeURIComponent(secret),
    bytes.toString("hex"),
    bytes.toString("base64url"),
    JSON.stringify(secret).slice(1, -1),
  ]
  return [...new Set(texts)].flatMap((text) =>
    Array.from({ length: Math.max(1, text.length - 11) }, (_, at) => text.slice(at, at + 12)),
  )
}

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
}

interface Seen {
  readonly where: string
  readonly text: string
}

const LENGTH = 12

function leaks(canaries: readonly string[], places: readonly Seen[]): string[] {
  const forms = new Set(canaries.flatMap(formsOf))
  const holds = (text: string) => {
    for (let at = 0; at + LENGTH <= text.length; at++) if (forms.has(text.slice(at, at + LENGTH))) return true
    return false
  }
  return places.filter(({ text }) => holds(text)).map(({ where }) => where)
}

let kraken: LoopbackSandbox
let keytrim: Keytrim
let startedMs = 0
let credentials: Credentials
const OTP = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64url")

test.beforeAll(async () => {
  startedMs = Date.now()
  kraken = await startLoopbackSandbox()
  credentials = kraken.credentials(kraken.make({ name: "canary", permissions: ["query-funds", "withdraw-funds"] }))
  keytrim = await startKeytrim({ KRAKEN_API_URL: kraken.url })
})
test.afterAll(async () => {
  await keytrim.stop()
  await kraken.close()
})

function filesOfKeytrim(): Seen[] {
  const folders = [keytrim.home, path.join(ROOT, ".next"), path.join(ROOT, "node_modules/.cache/keytrim")]
  // A file that was last written before the canaries were made cannot hold one.
  const written = folders.flatMap(filesBelow).filter((file) => statSync(file).mtimeMs >= startedMs - 1_000)
  return written.map((file) => ({ where: file, text: readFileSync(file, "latin1") }))
}

test("the search finds a canary where there is one", () => {
  for (const text of [
    credentials.secret,
    Buffer.from(credentials.secret, "base64").toString("hex"),
    credentials.secret.slice(20, 40),
  ])
    expect(leaks([credentials.secret], [{ where: "planted", text: `before ${text} after` }])).toEqual(["planted"])
})

test("secret, one-time password, full key and session token stay out of responses, pages, URLs, logs and files", async ({
  page,
}) => {
  const seen: Seen[] = []
  const bodies: Promise<unknown>[] = []
  let token = ""
  page.on("request", (request) => {
    seen.push({ where: `url ${request.method()}`, text: request.url() })
    token ||= request.headers()["x-keytrim-session"] ?? ""
  })
  page.on("response", (response) => {
    // The one answer that has to hold the token is the one that opens the session; streams have no end to wait for.
    const { pathname } = new URL(response.url())
    seen.push({ where: `headers ${pathname}`, text: JSON.stringify(response.headers()) })
    if (pathname === "/api/session" && response.request().method() === "POST") return
    if (pathname.endsWith("/events")) return
    bodies.push(
      response.text().then(
        (text) => seen.push({ where: `body ${pathname}`, text }),
        () => undefined,
      ),
    )
  })
  await openDashboard(page, keytrim)
  const code =
    keytrim
      .output()
      .match(/#code=([\w-]+)/g)
      ?.at(-1)
      ?.slice(6) ?? ""
  await addKey(page, keytrim, { ...credentials, otp: OTP })
  await expect(page.getByRole("alert").first()).toBeVisible()
  await addKey(page, keytrim, credentials)
  await expect(page.getByRole("heading", { level: 1 })).toContainText("canary")
  for (const where of ["/", "/settings", "/try", "/add"]) {
    await page.goto(`${keytrim.url}${where}`)
    await page.getByRole("main").waitFor()
    seen.push({ where: `page ${where}`, text: await page.content() })
  }
  const stored = await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie + location.href)
  seen.push({ where: "browser storage", text: stored })
  await Promise.all(bodies)
  expect(token.length).toBeGreaterThan(30)
  const everywhere = [...seen, ...filesOfKeytrim()]
  const withTerminal = [...everywhere, { where: "terminal", text: keytrim.output() }]
  expect(seen.length).toBeGreaterThan(40)
  expect(leaks([credentials.secret, credentials.apiKey, OTP, token], withTerminal)).toEqual([])
  // The code is meant for the terminal and nothing else; the page takes it out of the address at once.
  const afterOpening = everywhere.filter(({ where }) => !where.startsWith("url GET"))
  expect(leaks([code], afterOpening)).toEqual([])
})

test("the form forgets what was entered, also when the server refuses", async ({ page }) => {
  await openDashboard(page, keytrim)
  await addKey(page, keytrim, credentials)
  await page.goBack()
  const values = await page
    .locator("input, textarea")
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
  expect(
    leaks(
      [credentials.secret],
      values.map((text) => ({ where: "field", text })),
    ),
  ).toEqual([])
})

test("the headless audit prints no secret, in either format, well or failing", async () => {
  const environment = {
    KRAKEN_API_URL: kraken.url,
    KRAKEN_API_KEY: credentials.apiKey,
    KRAKEN_API_SECRET: credentials.secret,
  }
  for (const [format, extra] of [
    ["text", {}],
    ["json", {}],
    ["text", { KRAKEN_API_OTP: OTP }],
  ] as const) {
    const run = await audit(["--nonce-scale", "unused", "--format", format], { ...environment, ...extra })
    expect(run.stdout.length).toBeGreaterThan(100)
    expect(
      leaks([credentials.secret, credentials.apiKey, OTP], [{ where: format, text: run.stdout + run.stderr }]),
    ).toEqual([])
  }
})
