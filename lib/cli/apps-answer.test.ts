import { describe, expect, it } from "vitest"
import { answerApps } from "./apps-answer"

describe("npm run apps", () => {
  it("prints what to tick under any name that people use", () => {
    const { code, stdout, stderr } = answerApps(["Humming", "Bot"])
    expect([code, stderr]).toEqual([0, ""])
    expect(stdout).toContain("Hummingbot asks for 10 boxes and needs 6.")
  })

  it("suggests the nearest names for an unknown one, on stderr alone, and ends with 3", () => {
    const { code, stdout, stderr } = answerApps(["koinyl"])
    expect([code, stdout]).toEqual([3, ""])
    expect(stderr).toContain("koinly")
  })

  it("never repeats what was typed, which may be anything", () => {
    const typed = "zq7-not-a-name"
    expect(answerApps([typed]).stderr).not.toContain(typed)
    const option = answerApps([`--${typed}`])
    expect([option.code, option.stdout]).toEqual([3, ""])
    expect(option.stderr).not.toContain(typed)
  })

  it("lists all without a name", () => {
    expect(answerApps([]).stdout).toMatch(/hummingbot +10 -> 6 +Hummingbot/)
  })
})
