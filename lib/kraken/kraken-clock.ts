/** Samples older than this say nothing any more: clocks drift and are set. */
export const SAMPLE_LIFE_MS = 5 * 60_000

/** One answer of Kraken's public Time, with the moments on our clock at which it was asked for and came. */
export interface TimeSample {
  readonly sentAtMs: number
  readonly receivedAtMs: number
  readonly krakenSeconds: number
}

/** Where Kraken's clock stands as seen from ours: Kraken's minus ours lies between these two, in milliseconds. */
export interface ClockBounds {
  readonly lowMs: number
  readonly highMs: number
}

// Kraken's clock showed a time within [t, t + 1 s) at some moment between sending and receiving; nothing more is known.
function boundsOf({ sentAtMs, receivedAtMs, krakenSeconds }: TimeSample): ClockBounds {
  return { lowMs: krakenSeconds * 1000 - receivedAtMs, highMs: krakenSeconds * 1000 + 1000 - sentAtMs }
}

/**
 * What all fresh samples agree on, or null without any. A sample that contradicts newer ones is dropped: one of the clocks was set
 * in between, and only the newest shows how they stand now. `samples` are oldest first.
 */
export function clockBounds(samples: readonly TimeSample[], nowMs: number): ClockBounds | null {
  let agreed: ClockBounds | null = null
  for (const sample of freshSamples(samples, nowMs).reverse()) {
    const bounds = boundsOf(sample)
    const common: ClockBounds = {
      lowMs: Math.max(bounds.lowMs, agreed?.lowMs ?? bounds.lowMs),
      highMs: Math.min(bounds.highMs, agreed?.highMs ?? bounds.highMs),
    }
    if (common.lowMs <= common.highMs) agreed = common
  }
  return agreed
}

function freshSamples(samples: readonly TimeSample[], nowMs: number): TimeSample[] {
  // A sample from the future, or one answered before it was sent, was taken while our own clock was being set.
  return samples.filter(
    ({ sentAtMs, receivedAtMs }) =>
      sentAtMs <= receivedAtMs && receivedAtMs <= nowMs && receivedAtMs > nowMs - SAMPLE_LIFE_MS,
  )
}

/** Time samples of each origin, for the life of one client. */
export class KrakenClocks {
  readonly #samples = new Map<string, TimeSample[]>()

  bounds(originUrl: string, nowMs: number): ClockBounds | null {
    return clockBounds(this.#samples.get(originUrl) ?? [], nowMs)
  }

  add(originUrl: string, sample: TimeSample): void {
    const kept = freshSamples(this.#samples.get(originUrl) ?? [], sample.receivedAtMs)
    this.#samples.set(originUrl, [...kept, sample])
  }
}
