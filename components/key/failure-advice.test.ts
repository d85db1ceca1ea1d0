import { describe, expect, it } from "vitest"
import { FAILURE_KINDS } from "@/lib/audit/failure-kinds"
import { NONCE_SCALES } from "@/lib/catalog/nonce-scales"
import { mayGoBetweenCalls, nextStepFor } from "./failure-advice"

const held = { secret: "held", otp: "none", sample: false } as const
const gone = { secret: "gone", otp: "none", sample: false } as const

describe("nextStepFor", () => {
  it("never offers a reading that cannot be made because the secret is gone", () => {
    for (const kind of FAILURE_KINDS) expect(["paste-again", "none"]).toContain(nextStepFor(kind, gone))
  })

  it("never offers to go on after an incident", () => {
    expect(nextStepFor("incident", held)).toBe("none")
    expect(nextStepFor("incident", gone)).toBe("none")
  })

  it("asks for a fresh code before it suspects the secret, but only where the key has codes", () => {
    expect(nextStepFor("wrong-secret", { ...held, otp: "code" })).toBe("one-time-code")
    expect(nextStepFor("wrong-secret", { ...held, otp: "static" })).toBe("paste-again")
    expect(nextStepFor("wrong-secret", held)).toBe("paste-again")
  })
})

describe("nextStepFor a sample key", () => {
  it("never asks to paste what nobody has", () => {
    const sample = { ...held, sample: true }
    for (const kind of FAILURE_KINDS) expect(nextStepFor(kind, sample)).not.toBe("paste-again")
  })
})

describe("mayGoBetweenCalls", () => {
  it("holds only for a refused number on a named clock scale", () => {
    const allowed = NONCE_SCALES.filter(({ id }) => mayGoBetweenCalls("nonce", id))
    expect(allowed.map(({ id }) => id)).toEqual(["s", "ms", "us", "ticks", "ns"])
    expect(mayGoBetweenCalls("clock", "ms")).toBe(false)
    expect(mayGoBetweenCalls("nonce", null)).toBe(false)
  })
})
