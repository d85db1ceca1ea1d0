/** Settings that are wrong or dangerous end the start with one clear line; nothing is served then. */
import { chmodSync, mkdtempSync, rmSync } from "node:fs"
import { createServer } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { freePort } from "./support/free-port"
import { spawnKeytrim, startKeytrim } from "./support/keytrim"
import { expect, test } from "./support/test"

const homes: string[] = []
function newHome(): string {
  const home = mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
  homes.push(home)
  return home
}
test.afterAll(() => {
  for (const home of homes) rmSync(home, { recursive: true, force: true })
})

async function refusal(extra: Record<string, string>): Promise<{ code: number | null; lines: string[] }> {
  const child = spawnKeytrim({ KEYTRIM_HOME: newHome(), KEYTRIM_PORT: String(await freePort()), ...extra })
  let text = ""
  for (const stream of [child.stdout, child.stderr])
    stream?.setEncoding("utf8").on("data", (chunk: string) => (text += chunk))
  const timer = setTimeout(() => child.kill("SIGKILL"), 20_000)
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve))
  clearTimeout(timer)
  return { code, lines: text.trim().split("\n") }
}

for (const [name, value, word] of [
  ["KRAKEN_API_URL", "http://example.com", "KRAKEN_API_URL"],
  ["KRAKEN_API_URL", "https://api.kraken.com@127.0.0.1", "KRAKEN_API_URL"],
  ["KRAKEN_API_URL", "http://127.1:8080", "KRAKEN_API_URL"],
  ["KRAKEN_API_URL", "http://127.0.0.1:8080/path", "KRAKEN_API_URL"],
  ["KRAKEN_FUTURES_URL", "https://futures.kraken.com.evil.example", "KRAKEN_FUTURES_URL"],
  ["KEYTRIM_TIER", "platinum", "KEYTRIM_TIER"],
  ["KEYTRIM_PORT", "many", "KEYTRIM_PORT"],
  ["KEYTRIM_HOME", "not/absolute", "KEYTRIM_HOME"],
  ["NODE_TLS_REJECT_UNAUTHORIZED", "0", "NODE_TLS_REJECT_UNAUTHORIZED"],
  ["SSLKEYLOGFILE", "/tmp/keys.log", "SSLKEYLOGFILE"],
  ["NODE_OPTIONS", "--inspect=127.0.0.1:0", "NODE_OPTIONS"],
  ["NODE_OPTIONS", "--tls-min-v1.0", "NODE_OPTIONS"],
  ["NODE_DEBUG", "http", "NODE_DEBUG"],
] as const) {
  test(`${name}=${value} is refused at start, in one line that names it`, async () => {
    const { code, lines } = await refusal({ [name]: value })
    expect(code).toBe(1)
    expect(lines.filter((line) => line.includes(word))).toHaveLength(1)
    expect(lines.join("\n")).not.toMatch(/#code=|at .+:\d+:\d+/)
  })
}

test("a taken port leads to the next free one and a loud word about it", async () => {
  const port = await freePort()
  const squatter = createServer().listen(port, "127.0.0.1")
  const keytrim = await startKeytrim({ KEYTRIM_PORT: String(port) })
  expect(new URL(keytrim.url).port).not.toBe(String(port))
  expect(keytrim.output()).toMatch(new RegExp(`port ${port}.*(taken|use)`, "i"))
  await keytrim.stop()
  squatter.close()
})

test("a second dashboard on the same data folder is refused in one line, and the first goes on", async () => {
  const first = await startKeytrim({ KEYTRIM_HOME: newHome() })
  const second = await refusal({ KEYTRIM_HOME: first.home })
  expect(second.code).toBe(1)
  expect(second.lines.at(-1)).toMatch(/already/i)
  expect((await fetch(first.url)).status).toBe(200)
  expect(await first.stop()).toBe(0)
})

test("a data folder that others can write to is refused", async () => {
  test.skip(process.platform === "win32")
  const home = newHome()
  chmodSync(home, 0o777)
  const { code, lines } = await refusal({ KEYTRIM_HOME: home })
  expect(code).toBe(1)
  expect(lines.at(-1)).toMatch(/others can write/i)
})
