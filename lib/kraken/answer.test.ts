import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { err, ok } from "@/lib/core/result"
import { readAnswer } from "./answer"

const answered = (body: unknown, status = 200) => readAnswer(ok({ status, body: JSON.stringify(body) }))
const refused = (...error: string[]) => answered({ error })

describe("readAnswer", () => {
  it("matches whole strings, so that a look-alike decides nothing", () => {
    expect(refused("EGeneral:Permission denied").class).toBe("denied")
    for (const text of [
      "EEarnings:Permission denied:The user's tier is not high enough",
      "EGeneral:Permission denied:xStocks",
      "EGeneral:Permission Denied",
      " EGeneral:Permission denied",
      "EGeneral:Permission denied.",
      "EAPI:Invalid key:detail",
      "constructor",
      "__proto__",
      "EService:Throttled: tomorrow",
    ])
      expect(refused(text).class).toBe("other-error")
  })

  it("lets a denial decide only where nothing else was wrong", () => {
    expect(refused("EGeneral:Permission denied", "EGeneral:Temporary lockout").class).toBe("locked-out")
    expect(refused("EGeneral:Permission denied", "EFuture:New").class).toBe("other-error")
  })

  it("passes over warnings", () => {
    expect(answered({ error: ["WGeneral:Be careful"], result: {} }).class).toBe("ok")
    expect(refused("WGeneral:Be careful", "EAPI:Invalid nonce").class).toBe("invalid-nonce")
  })

  it("reads until when Kraken asks to wait", () => {
    expect(refused("EService:Throttled: 1795608000").throttledUntilMs).toBe(1_795_608_000_000)
    expect(refused("EService: Throttled")).toMatchObject({ class: "throttled", throttledUntilMs: null })
  })

  it("takes nothing for good that did not come with status 200", () => {
    for (const status of [201, 204, 301, 400, 401, 403, 404, 429, 500, 502, 520])
      expect(answered({ error: [], result: {} }, status).class).not.toBe("ok")
    expect(answered({ error: [] }, 403).class).toBe("unavailable")
    expect(answered({ error: [] }, 429).class).toBe("throttled")
    expect(answered({ error: [] }, 404).class).toBe("malformed")
    expect(answered({ error: ["EGeneral:Permission denied"] }, 502).class).toBe("unavailable")
    expect(answered({ error: ["EAPI:Invalid key"] }, 401).class).toBe("invalid-key")
  })

  it.each([
    ["nothing", ""],
    ["HTML", "<!doctype html>"],
    ["half of it", '{"error":[],"resu'],
    ["a bare list", "[]"],
    ["no error list", '{"result":{}}'],
    ["an error that is no list", '{"error":"EAPI:Invalid key"}'],
    ["errors that are no texts", '{"error":[1]}'],
    ["neither error nor result", '{"error":[]}'],
  ])("calls %s malformed", (_, body) => {
    expect(readAnswer(ok({ status: 200, body })).class).toBe("malformed")
  })

  it("notices a transaction id wherever it stands", () => {
    expect(answered({ error: [], result: { txid: ["OAAAAA-BBBBB-CCCCCC"] } }).incident).toBe(true)
    expect(answered({ error: ["EOrder:Odd"], result: [{ deep: { txid: "OAAAAA-BBBBB-CCCCCC" } }] }).incident).toBe(true)
    expect(answered({ error: [], result: { txid: "OAAAAA-BBBBB-CCCCCC" } }, 502).incident).toBe(true)
    expect(answered({ error: [], result: { txid: [], other: "txid" } }).incident).toBe(false)
    expect(readAnswer(ok({ status: 200, body: `${"[".repeat(5_000)}${"]".repeat(5_000)}` })).incident).toBe(false)
  })

  it("never says ok or denied where no answer came", () => {
    expect(
      (["unreachable", "timeout", "too-large", "redirected"] as const).map((problem) => readAnswer(err(problem)).class),
    ).toEqual(["unreachable", "timeout", "malformed", "malformed"])
  })

  it("never throws, whatever comes", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), fc.integer({ min: 100, max: 599 }), (body, status) => {
        readAnswer(ok({ status, body }))
      }),
    )
  })
})
