import { inspect } from "node:util"
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

  it("never keeps a code or a token as it is", () => {
    const { sessions } = setUp()
    const code = sessions.issueCode()
    const token = opened(sessions, code)
    const shown = inspect(sessions, { depth: 10, showHidden: true }) + JSON.stringify(sessions)
    expect(shown).not.toContain(code)
    expect(shown).not.toContain(token)
    expect(code.length).toBeGreaterThanOrEqual(43)
    expect(token).not.toBe(code)
  })
})
