import { describe, expect, it } from "vitest"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { ReadKeyOutcome } from "./contract"
import type { ClockScale } from "./nonce"
import { NonceWorld, type Program, type ProgramCall, seeded, unitsOf } from "./testing/nonce-world"

const SCALES: readonly ClockScale[] = ["s", "ms", "us", "ticks", "ns"]
const SKEW_MAX_MS = 5_000
const RUNS = 600

interface Run {
  readonly world: NonceWorld
  readonly program: Program
  readonly outcomes: readonly ReadKeyOutcome[]
  readonly refusedByUs: readonly ProgramCall[]
}

/** A program of this scale; in seconds it never counts more than 20 ahead of its clock, as Kraken's call counter sees to. */
function programFor(world: NonceWorld, scale: ClockScale, counts: Program["counts"]): Program {
  const burst = Math.floor(world.between(0, 1) < 0.6 ? 1 : world.between(2, 20))
  const everyMs = Math.max(world.between(800, 20_000), counts === "started" || scale === "s" ? burst * 1_300 : 0)
  return { scale, counts, skewMs: world.atWorst(-SKEW_MAX_MS, SKEW_MAX_MS), everyMs, burst }
}

/** Lets a program run for a while, reads the key beside it, and watches the program for two minutes more. */
async function simulate(
  seed: number,
  scale: ClockScale,
  answered: NonceScale,
  options: { counts?: Program["counts"]; readings?: number; betweenCalls?: boolean } = {},
): Promise<Run> {
  const random = seeded(seed)
  const world = new NonceWorld(random, (random() * 2 - 1) * SKEW_MAX_MS)
  const program = programFor(world, scale, options.counts ?? "clock")
  const read = world.keytrim()
  const outcomes: ReadKeyOutcome[] = []
  const story = async () => {
    const running = world.run(program)
    await world.clock.sleep(world.between(10_000, 60_000))
    for (let reading = 0; reading < (options.readings ?? 1); reading += 1)
      outcomes.push(await read(answered, options.betweenCalls))
    await world.clock.sleep(120_000)
    world.stop()
    await running
    await world.clock.sleep(5_000)
  }
  await world.clock.until(story())
  return { world, program, outcomes, refusedByUs: world.theirs.filter((call) => call.refusedByUs) }
}

/** Runs the same check on many seeds; a failure names its seed. */
async function forSeeds(name: string, check: (seed: number) => Promise<void>): Promise<void> {
  for (let seed = 1; seed <= RUNS; seed += 1) {
    try {
      await check(seed)
    } catch (problem) {
      throw new Error(`${name}, seed ${seed}: ${problem instanceof Error ? problem.message : "failed"}`)
    }
  }
}

const accepted = ({ world }: Run) => world.ours.filter((call) => call.accepted)
const refused = ({ world }: Run) => world.ours.filter((call) => !call.accepted)

describe("with the scale named", () => {
  it.each(SCALES)("no clock-based program in %s is ever refused because of us", async (scale) => {
    await forSeeds(scale, async (seed) => {
      const run = await simulate(seed, scale, scale, { readings: 2 })
      expect(run.refusedByUs).toEqual([])
    })
  })

  it.each(SCALES)("in %s no number is larger than the clock on that scale", async (scale) => {
    await forSeeds(scale, async (seed) => {
      const { world } = await simulate(seed, scale, scale, { betweenCalls: seed % 2 === 0 })
      for (const { nonce, arrivedAtMs } of world.ours)
        expect(nonce < (BigInt(Math.ceil(arrivedAtMs)) * unitsOf(scale)) / 1000n).toBe(true)
    })
  })

  it("reads beside a program that calls now and then, and ends in `nonce` beside one that calls all the time", async () => {
    const kinds = new Set<string>()
    await forSeeds("outcomes", async (seed) => {
      const { outcomes } = await simulate(seed, "ms", "ms")
      for (const outcome of outcomes) kinds.add(outcome.ok ? "read" : outcome.error.kind)
    })
    expect([...kinds].sort()).toEqual(["nonce", "read"])
  })
})

describe("with `don't know`", () => {
  it.each(SCALES.slice(1))("no program in %s is ever refused because of us", async (scale) => {
    await forSeeds(scale, async (seed) => {
      const run = await simulate(seed, scale, "unknown", { readings: 3 })
      expect(run.refusedByUs).toEqual([])
    })
  })

  it("a program in seconds is never broken for good, and gets in again as soon as promised", async () => {
    await forSeeds("seconds", async (seed) => {
      const run = await simulate(seed, "s", "unknown")
      for (const { nonce } of accepted(run)) expect(nonce < 10_000_000_000n, "stayed in seconds").toBe(true)
      const [ours] = accepted(run)
      const ahead = run.world.ours.length > 1
      const slowMs = Math.max(0, -run.program.skewMs)
      const limitMs = (ours?.arrivedAtMs ?? 0) + (ahead ? 32_000 : 6_000) + slowMs
      for (const { drawnAtMs } of run.refusedByUs) expect(drawnAtMs).toBeLessThan(limitMs)
    })
  })

  it("a program in seconds stays unbroken however often its key is read", async () => {
    await forSeeds("seconds, again and again", async (seed) => {
      const run = await simulate(seed, "s", "unknown", { readings: 4 })
      for (const { nonce } of accepted(run)) expect(nonce < 10_000_000_000n, "stayed in seconds").toBe(true)
      expect(run.world.theirs.at(-1)?.refusedByUs, "gets in at the end").toBe(false)
    })
  })

  it("nothing is ever sent on a larger scale than milliseconds", async () => {
    for (const scale of SCALES)
      await forSeeds(scale, async (seed) => {
        const { world } = await simulate(seed, scale, seed % 2 ? "unknown" : "counter")
        for (const { nonce, arrivedAtMs } of world.ours) expect(nonce < BigInt(Math.ceil(arrivedAtMs))).toBe(true)
      })
  })

  it("reads a milliseconds key again without asking in seconds a second time", async () => {
    let reads = 0
    await forSeeds("again", async (seed) => {
      const run = await simulate(seed, "ms", "unknown", { readings: 2 })
      if (!run.outcomes.every((outcome) => outcome.ok)) return
      reads += 1
      expect(run.world.ours.filter(({ nonce }) => nonce < 10_000_000_000n)).toHaveLength(2)
    })
    expect(reads).toBeGreaterThan(RUNS / 25)
  })
})

describe("whatever was answered", () => {
  it("at most three nonces are refused in a quarter of an hour, and the reading then ends in `nonce`", async () => {
    for (const answered of ["unknown", "unused", "ms", "ns"] as const)
      await forSeeds(answered, async (seed) => {
        const run = await simulate(seed, "ns", answered, { readings: 4 })
        expect(refused(run).length).toBeLessThanOrEqual(3)
        for (const outcome of run.outcomes) if (!outcome.ok) expect(outcome.error.kind).toBe("nonce")
      })
  })

  it.each(["s", "ms"] as const)("a counter begun at its start in %s gets in again after a restart", async (scale) => {
    await forSeeds(scale, async (seed) => {
      const { world, program } = await simulate(seed, scale, "counter", { counts: "started" })
      const restarted = (BigInt(Math.floor(world.clock.nowMs() + program.skewMs)) * unitsOf(scale)) / 1000n
      expect(restarted > world.register).toBe(true)
    })
  })

  it.each(SCALES)("two Keytrims on one key in %s do not disturb each other", async (scale) => {
    await forSeeds(scale, async (seed) => {
      const random = seeded(seed)
      const world = new NonceWorld(random, (random() * 2 - 1) * SKEW_MAX_MS)
      const readings = [world.keytrim(), world.keytrim()].map((read) => read(scale))
      const outcomes = await world.clock.until(Promise.all(readings))
      expect(outcomes.map(({ ok }) => ok)).toEqual([true, true])
      expect(world.ours.every((call) => call.accepted)).toBe(true)
    })
  })
})

describe("the simulation itself", () => {
  it("notices a client that sends its clock as it is", async () => {
    let noticed = 0
    for (let seed = 1; seed <= RUNS; seed += 1) {
      const run = await simulate(seed, "ms", "unused")
      noticed += run.refusedByUs.length > 0 ? 1 : 0
    }
    expect(noticed).toBeGreaterThan(RUNS / 50)
  })
})
