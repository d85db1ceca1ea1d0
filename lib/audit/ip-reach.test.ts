import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { reachOf, wideEntries } from "./ip-reach"

describe("how far an IP list reaches", () => {
  it.each([
    [[]],
    [["0.0.0.0/0"]],
    [["::/0"]],
    [["0.0.0.0/1", "128.0.0.0/1"]],
    [["203.0.113.7", "0.0.0.0/0"]],
    [["::ffff:0:0/96"]],
    [["::/64"]],
    [["10.0.0.0/8"]],
    [["0.0.0.0-255.255.255.255"]],
    [["2000::/3"]],
    [["nonsense", "0.0.0.0/0"]],
  ])("%j lets everyone in", (list) => expect(reachOf(list)).toBe("anywhere"))

  it.each([[["203.0.113.7"]], [["198.51.100.0/24", "2001:db8::/48"]], [["203.0.113.7-203.0.113.9"]], [["127.0.0.1"]]])(
    "%j keeps others out",
    (list) => expect(reachOf(list)).toBe("listed"),
  )

  it.each([[["office"]], [["203.0.113.7", "1.2.3.4/33"]], [["203.0.113.9-203.0.113.7"]], [["1.2.3.4-::1"]], [[""]]])(
    "%j is not known to keep anyone out",
    (list) => expect(reachOf(list)).toBeNull(),
  )

  it("never takes a list for narrower because an entry was added", () => {
    const rank = { listed: 0, unknown: 1, anywhere: 2 }
    const entry = fc.oneof(
      fc.ipV4(),
      fc.ipV6(),
      fc.tuple(fc.ipV4(), fc.integer({ min: 0, max: 32 })).map(([ip, bits]) => `${ip}/${bits}`),
      fc.tuple(fc.ipV6(), fc.integer({ min: 0, max: 128 })).map(([ip, bits]) => `${ip}/${bits}`),
      fc.string({ maxLength: 8 }),
    )
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 5 }), entry, (list, more) => {
        const before = rank[reachOf(list) ?? "unknown"]
        expect(rank[reachOf([...list, more]) ?? "unknown"]).toBeGreaterThanOrEqual(before)
      }),
    )
  })

  it("counts overlapping blocks once, so that doubling an entry changes nothing", () => {
    const halves = ["203.0.0.0/9", "203.0.0.0/9", "203.0.0.0/10"]
    expect(reachOf(halves)).toBe("listed")
    expect(reachOf(["203.0.0.0/9", "203.128.0.0/9"])).toBe("anywhere")
  })

  it("names the blocks that hold more than one customer's addresses", () => {
    const list = ["203.0.113.7", "198.51.100.0/24", "198.18.0.0/15", "2001:db8::/48", "2001:db8::/32", "office"]
    expect(wideEntries(list)).toEqual(["198.18.0.0/15", "2001:db8::/32"])
  })
})
