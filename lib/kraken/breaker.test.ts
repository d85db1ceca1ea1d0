import { describe, expect, it } from "vitest"
import { closedBreaker, noteLockout, noteRefusal, PAUSE_MS, pausedUntilMs } from "./breaker"

const NOW_MS = 1_795_608_000_000
const minutes = (count: number) => count * 60_000

describe("the breaker", () => {
  it("pauses at the third refusal within five minutes, not at three spread wider", () => {
    const near = [0, 2, 4].reduce((state, at) => noteRefusal(state, NOW_MS + minutes(at)), closedBreaker())
    expect(near).toMatchObject({ pausedUntilMs: NOW_MS + minutes(4) + PAUSE_MS, why: "refusals" })
    const spread = [0, 3, 6].reduce((state, at) => noteRefusal(state, NOW_MS + minutes(at)), closedBreaker())
    expect(pausedUntilMs(spread, NOW_MS + minutes(6))).toBeNull()
  })

  it("pauses at one lockout, and a single refusal in between does not lift it", () => {
    const locked = noteLockout(closedBreaker(), NOW_MS)
    expect(locked).toMatchObject({ pausedUntilMs: NOW_MS + PAUSE_MS, why: "lockout" })
    expect(noteRefusal(locked, NOW_MS + 1)).toMatchObject({ pausedUntilMs: NOW_MS + PAUSE_MS, why: "lockout" })
  })

  it("opens again after its pause, and one more refusal then is only one", () => {
    const paused = [0, 1, 2].reduce((state, at) => noteRefusal(state, NOW_MS + at), closedBreaker())
    const later = NOW_MS + 2 + PAUSE_MS
    expect(pausedUntilMs(paused, later - 1)).not.toBeNull()
    expect(pausedUntilMs(paused, later)).toBeNull()
    expect(noteRefusal(paused, later)).toEqual({ refusedAtMs: [later], pausedUntilMs: null, why: null })
  })

  it("forgets no refusal when the clock is set back a little", () => {
    const back = [0, -1, -2].reduce((state, at) => noteRefusal(state, NOW_MS + minutes(at)), closedBreaker())
    expect(back).toMatchObject({ pausedUntilMs: NOW_MS - minutes(2) + PAUSE_MS, why: "refusals" })
  })

  it("never pauses longer than a quarter of an hour, though a wrong clock wrote it down", () => {
    const wrong = noteLockout(closedBreaker(), NOW_MS + minutes(1_000_000))
    expect(pausedUntilMs(wrong, NOW_MS)).toBe(NOW_MS + PAUSE_MS)
  })
})
