import { afterEach, describe, expect, it } from "vitest"
import { FORGET_AFTER_MS, Idle, WARN_AFTER_MS } from "./idle"
import { ManualClock } from "./testing/manual-clock"

const MINUTE = 60_000
const open: Idle[] = []
afterEach(() => {
  for (const idle of open.splice(0)) idle.close()
})

function setUp() {
  const clock = new ManualClock()
  let held = 0
  const idle = new Idle({
    clock,
    secretsHeld: () => held,
    forgetSecrets: () => {
      held = 0
    },
  })
  open.push(idle)
  const bring = () =>
    idle.takeIn(() => {
      held += 1
    })
  return { clock, idle, bring, held: () => held }
}

describe("secrets while nobody is there", () => {
  it("are kept for 15 minutes and then forgotten, without anyone asking", async () => {
    const { clock, bring, held } = setUp()
    bring()
    await clock.advance(15 * MINUTE - 1)
    expect(held()).toBe(1)
    await clock.advance(1)
    expect(held()).toBe(0)
  })

  it("stay as long as a person's input comes in time", async () => {
    const { clock, idle, bring, held } = setUp()
    bring()
    for (let minute = 0; minute < 60; minute += 10) {
      idle.noteInput()
      await clock.advance(10 * MINUTE)
    }
    expect(held()).toBe(1)
    await clock.advance(5 * MINUTE)
    expect(held()).toBe(0)
  })

  it("are not kept by requests that no person caused", async () => {
    const { clock, idle, bring, held } = setUp()
    bring()
    for (let minute = 0; minute < 15; minute++) {
      idle.check()
      idle.view()
      await clock.advance(MINUTE)
    }
    expect(held()).toBe(0)
  })

  it("are gone at the first look after the machine slept, and input on waking comes too late for them", async () => {
    const { clock, idle, bring, held } = setUp()
    bring()
    await clock.advance(MINUTE)
    clock.jump(60 * MINUTE)
    idle.noteInput()
    expect(held()).toBe(0)
  })

  it("are gone soon after waking even where nobody looks", async () => {
    const { clock, bring, held } = setUp()
    bring()
    await clock.advance(MINUTE)
    clock.jump(60 * MINUTE)
    await clock.advance(15_000)
    expect(held()).toBe(0)
  })

  it("do not live longer because the clock was set back", async () => {
    const { clock, bring, held } = setUp()
    bring()
    await clock.advance(10 * MINUTE)
    clock.jump(-60 * MINUTE)
    await clock.advance(16 * MINUTE)
    expect(held()).toBe(0)
  })

  it("a secret brought after a long absence is not taken for an old one, and is watched like the first", async () => {
    const { clock, bring, held } = setUp()
    bring()
    await clock.advance(60 * MINUTE)
    bring()
    expect(held()).toBe(1)
    await clock.advance(15 * MINUTE)
    expect(held()).toBe(0)
  })
})

describe("what a page is told", () => {
  it("is when it warns and when the secrets go, counted from the last input; nothing where none are held", async () => {
    const { clock, idle, bring } = setUp()
    expect(idle.view()).toBeNull()
    bring()
    await clock.advance(MINUTE)
    idle.noteInput()
    const inputMs = clock.nowMs()
    await clock.advance(MINUTE)
    expect(idle.view()).toEqual({
      warnAt: new Date(inputMs + WARN_AFTER_MS).toISOString(),
      forgetAt: new Date(inputMs + FORGET_AFTER_MS).toISOString(),
    })
    expect([WARN_AFTER_MS, FORGET_AFTER_MS]).toEqual([13 * MINUTE, 15 * MINUTE])
  })
})
