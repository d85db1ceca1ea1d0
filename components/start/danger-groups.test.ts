import { describe, expect, it } from "vitest"
import { dangerGroups } from "./danger-groups"
import { exampleView } from "./example-view"

describe("dangerGroups", () => {
  it("holds every key once, in the order of the sorted list", () => {
    const keys = [
      exampleView({ id: "n", risk: "none", score: 0 }),
      exampleView({ id: "u", report: null }),
      exampleView({ id: "c1", risk: "critical", score: 80 }),
      exampleView({ id: "m", risk: "medium" }),
      exampleView({ id: "c2", risk: "critical", score: 90 }),
      exampleView({ id: "h", risk: "high" }),
    ]
    const groups = dangerGroups(keys)
    expect(groups.map(({ name }) => name)).toEqual(["critical", "high", "not-known", "medium", "none"])
    expect(groups.flatMap(({ keys }) => keys.map(({ id }) => id))).toEqual(["c2", "c1", "h", "u", "m", "n"])
  })
})
