import { describe, expect, it } from "vitest"
import { type ExampleKey, exampleKey } from "./example-key"
import { boxesIn, worstPower } from "./power"

const worst = (key: ExampleKey) => {
  const power = worstPower(exampleKey(key))
  return power.state === "known" ? power.value : "not known"
}

describe("the worst that a key can do", () => {
  it("is that of its most harmful box", () => {
    expect(worst({ granted: ["query-funds", "modify-trades", "close-trades"] })).toBe("trades")
    expect(worst({})).toBeNull()
  })

  it("is not known while a box that is not known could be worse, and known where it could not", () => {
    expect(worst({ granted: ["modify-trades"], unknown: ["withdraw-funds"] })).toBe("not known")
    expect(worst({ granted: ["modify-trades"], unknown: ["query-funds"] })).toBe("trades")
  })

  it("is not known while nobody has classified a permission, unless nothing could be worse", () => {
    expect(worst({ granted: ["query-funds"], unknownPermissions: ["new"] })).toBe("not known")
    expect(worst({ granted: ["withdraw-funds"], unknownPermissions: ["new"] })).toBe("moves-funds-out")
  })

  it("lists boxes of one state with the most harmful first", () => {
    const facts = exampleKey({ granted: ["query-funds", "withdraw-funds", "close-trades"] })
    expect(boxesIn("granted", facts)).toEqual(["withdraw-funds", "close-trades", "query-funds"])
  })
})
