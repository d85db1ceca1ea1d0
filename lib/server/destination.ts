import type { KrakenOrigin } from "@/lib/core/origin"
import type { BreakerState, Kraken, Tier } from "@/lib/kraken/contract"

/** Where a key's calls go. A key is bound to one when it is added and never changes it: a real key never meets the sandbox. */
export interface Destination {
  readonly name: "kraken" | "sandbox" | "loopback"
  readonly origin: KrakenOrigin
  readonly tier: Tier
  readonly kraken: Kraken
  /** Refusals and pauses there. */
  breaker(): BreakerState
}
