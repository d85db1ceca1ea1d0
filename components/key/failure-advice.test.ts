import { describe, expect, it } from "vitest"
import { FAILURE_KINDS } from "@/lib/audit/failure-kinds"
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"
import { adviceFor, mayGoBetweenCalls } from "./failure-advice"

describe("adviceFor", () => {
  it("has one title of its own for every kind", () => {
    const titles = FAILURE_KINDS.map((kind) => adviceFor(kind, "held").title)
    expect(new Set(titles).size).toBe(FAILURE_KINDS.length)
  })

  it("never offers a reading that cannot be made because the secret is gone", () => {
    for (const kind of FAILURE_KINDS) expect(["paste-again", "none"]).toContain(adviceFor(kind, "gone").step)
  })

  it("never offers to go on after an incident", () => {
    expect(adviceFor("incident", "held").step).toBe("none")
    expect(adviceFor("incident", "gone").step).toBe("none")
  })
})

describe("mayGoBetweenCalls", () => {
  it("holds only for a refused number on a named clock scale", () => {
    const allowed = NONCE_SCALES.filter(({ id }) => mayGoBetweenCalls("nonce", id))
    expect(allowed.every(({ unitsPerSecond }) => unitsPerSecond !== null)).toBe(true)
    expect(allowed.map(({ id }) => id)).toEqual(["s", "ms", "us", "ticks", "ns"])
    expect(mayGoBetweenCalls("clock", "ms")).toBe(false)
    expect(mayGoBetweenCalls("nonce", null)).toBe(false)
  })
})
