import { describe, expect, it } from "vitest"
import { Sessions } from "./session"
import { ManualClock } from "./testing/manual-clock"

function setUp() {
  const clock = new ManualClock()
  return { clock, sessions: new Sessions(clock) }
}

function opened(sessions: Sessions, code: string): string {
  const result = sessions.open(code)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe("the session of a tab", () => {
  it("is opened by a fresh code, once", () => {
    const { sessions } = setUp()
    const token = opened(sessions, sessions.issueCode())
    expect(sessions.holds(token)).toBe(true)
    expect(sessions.holds("")).toBe(false)
    expect(sessions.holds(token.slice(0, -1))).toBe(false)
  })

  it("ends when its code is used again within two minutes, since somebody may have read the link", () => {
    const { sessions } = setUp()
    const code = sessions.issueCode()
    const token = opened(sessions, code)
    expect(sessions.open(code)).toEqual({ ok: false, error: "used-twice" })
    expect(sessions.holds(token)).toBe(false)
    expect(sessions.open(code)).toEqual({ ok: false, error: "used-twice" })
  })

  it("is not opened by an old code or by one that was never issued, and such a try ends nobody's session", () => {
    const { clock, sessions } = setUp()
    const code = sessions.issueCode()
    const token = opened(sessions, code)
    const unused = sessions.issueCode()
    clock.jump(2 * 60_000)
    expect(sessions.open(unused)).toEqual({ ok: false, error: "not-valid" })
    expect(sessions.open(code)).toEqual({ ok: false, error: "not-valid" })
    expect(sessions.open("x".repeat(43))).toEqual({ ok: false, error: "not-valid" })
    expect(sessions.holds(token)).toBe(true)
  })

  it("stands beside those of other tabs; ending one leaves the others", () => {
    const { sessions } = setUp()
    const code = sessions.issueCode()
    const [one, other] = [opened(sessions, code), opened(sessions, sessions.issueCode())]
    sessions.open(code)
    expect([sessions.holds(one), sessions.holds(other)]).toEqual([false, true])
  })

  it("rests on texts that nobody can guess, another one each time", () => {
    const { sessions } = setUp()
    const texts = Array.from({ length: 20 }, () => sessions.issueCode()).flatMap((code) => [
      code,
      opened(sessions, code),
    ])
    expect(new Set(texts).size).toBe(40)
    for (const text of texts) expect(Buffer.from(text, "base64url")).toHaveLength(32)
  })
})
