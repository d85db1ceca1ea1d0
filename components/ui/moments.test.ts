import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { momentInWords, remainingInWords, spanInWords } from "./moments"

const DAY_MS = 86_400_000

describe("remainingInWords", () => {
  it("never says that nothing is left while something is", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 10_000_000 }), (leftMs) => {
        expect(remainingInWords(leftMs, 0)).not.toMatch(/^0/)
      }),
    )
  })

  it("stays at zero once the moment has passed", () => {
    expect(remainingInWords(1_000, 90_000)).toBe("0 s")
  })

  it("changes its unit at a minute and at an hour", () => {
    expect(remainingInWords(59_000, 0)).toBe("59 s")
    expect(remainingInWords(59_001, 0)).toBe("1 min 00 s")
    expect(remainingInWords(3_600_000, 0)).toBe("1 h 00 min")
  })
})

describe("momentInWords", () => {
  it("leaves the date out only on the same day", () => {
    const noon = new Date(2026, 10, 13, 12, 0).getTime()
    const moment = new Date(noon).toISOString()
    expect(momentInWords(moment, noon + 60_000)).toBe("12:00")
    expect(momentInWords(moment, noon + DAY_MS)).toBe("13 Nov 2026, 12:00")
  })
})

describe("spanInWords", () => {
  it("says one and many rightly, whether past or to come", () => {
    expect(spanInWords(DAY_MS)).toBe("1 day")
    expect(spanInWords(-2 * DAY_MS)).toBe("2 days")
    expect(spanInWords(400 * DAY_MS)).toBe("1 year")
    expect(spanInWords(DAY_MS - 1)).toBe("less than a day")
  })
})
