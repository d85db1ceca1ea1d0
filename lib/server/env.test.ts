import { describe, expect, it } from "vitest"
import { readSettings } from "./env"

const read = (env: Record<string, string>, execArgv: string[] = []) => readSettings({ env, execArgv })

function lines(env: Record<string, string>, execArgv: string[] = []): readonly string[] {
  const settings = read(env, execArgv)
  return settings.ok ? [] : settings.error
}

describe("the environment", () => {
  it("needs nothing at all, and treats an empty variable as none", () => {
    for (const env of [{}, { KEYTRIM_HOME: "", KEYTRIM_PORT: "", KRAKEN_API_URL: "", KEYTRIM_TIER: "" }]) {
      const settings = read(env)
      expect(settings).toMatchObject({
        ok: true,
        value: { port: 4870, tier: "starter", krakenOrigin: { url: "https://api.kraken.com", kind: "kraken" } },
      })
      expect(settings.ok && settings.value.home).toMatch(/keytrim/i)
    }
  })

  it("takes what is well formed", () => {
    expect(
      read({
        KEYTRIM_HOME: "/tmp/k",
        KEYTRIM_PORT: "5000",
        KRAKEN_API_URL: "http://127.0.0.1:9/",
        KEYTRIM_TIER: "pro",
      }),
    ).toMatchObject({
      ok: true,
      value: { home: "/tmp/k", port: 5000, tier: "pro", krakenOrigin: { url: "http://127.0.0.1:9", kind: "loopback" } },
    })
  })

  it.each([
    ["KRAKEN_API_URL", "http://example.com"],
    ["KRAKEN_API_URL", "https://api.kraken.com@127.0.0.1"],
    ["KRAKEN_API_URL", "https://futures.kraken.com"],
    ["KRAKEN_FUTURES_URL", "https://api.kraken.com"],
    ["KRAKEN_FUTURES_URL", "http://127.1:80"],
    ["KEYTRIM_HOME", "relative/folder"],
    ["KEYTRIM_PORT", "0"],
    ["KEYTRIM_PORT", "65536"],
    ["KEYTRIM_PORT", "4870; rm"],
    ["KEYTRIM_TIER", "platinum"],
  ])("refuses %s=%s in one line that names it and does not repeat its value", (name, value) => {
    const found = lines({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(new RegExp(`^${name} `))
    expect(found[0]?.replace(/https:\/\/(api|futures)\.kraken\.com/g, "")).not.toContain(value)
  })

  it("names every problem at once", () => {
    expect(lines({ KEYTRIM_PORT: "x", KEYTRIM_TIER: "y", NODE_TLS_REJECT_UNAUTHORIZED: "0" })).toHaveLength(3)
  })
})

describe("settings that weaken TLS or open the process", () => {
  it.each([
    ["NODE_TLS_REJECT_UNAUTHORIZED", "0"],
    ["SSLKEYLOGFILE", "/tmp/keys"],
    ["NODE_DEBUG", "http"],
    ["NODE_DEBUG", "fs,TLS"],
    ["NODE_DEBUG_NATIVE", "tls"],
    ["NODE_OPTIONS", "--inspect"],
    ["NODE_OPTIONS", "--max-old-space-size=100 --inspect_brk=0"],
    ["NODE_OPTIONS", "--tls-keylog=/tmp/keys"],
    ["NODE_OPTIONS", "--tls-min-v1.0"],
    ["NODE_OPTIONS", "--require /tmp/x.js"],
    ["NODE_OPTIONS", '"--import=/tmp/x.mjs"'],
    ["NODE_OPTIONS", "--report-on-signal"],
    ["NODE_OPTIONS", '--"inspect"=0'],
  ])("%s=%s ends the start with one line that names it", (name, value) => {
    const found = lines({ [name]: value })
    expect(found).toHaveLength(1)
    expect(found[0]).toContain(name)
    expect(found[0]).not.toContain("/tmp")
  })

  it.each([["--inspect=0"], ["--tls-keylog=/tmp/keys"], ["-r"], ["--experimental-default-config-file"]])(
    "node %s does too",
    (option) => {
      expect(lines({}, [option])).toHaveLength(1)
    },
  )

  it("leaves harmless settings alone", () => {
    expect(lines({ NODE_OPTIONS: "--max-old-space-size=512 --enable-source-maps", NODE_DEBUG: "timer" })).toEqual([])
    expect(lines({ NODE_TLS_REJECT_UNAUTHORIZED: "1" }, ["--no-warnings"])).toEqual([])
  })
})
