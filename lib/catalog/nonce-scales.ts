import * as z from "zod/mini"

/** How the program on a key counts its calls; the answers a person can give. Units per second only where the scale follows a clock. */
export const NONCE_SCALES = [
  { id: "unused", label: "Nothing uses it", unitsPerSecond: null },
  { id: "s", label: "Seconds", unitsPerSecond: 1n },
  { id: "ms", label: "Milliseconds", unitsPerSecond: 1_000n },
  { id: "us", label: "Microseconds", unitsPerSecond: 1_000_000n },
  { id: "ticks", label: ".NET ticks", unitsPerSecond: 10_000_000n },
  { id: "ns", label: "Nanoseconds", unitsPerSecond: 1_000_000_000n },
  { id: "counter", label: "A plain counter", unitsPerSecond: null },
  { id: "unknown", label: "Don't know", unitsPerSecond: null },
] as const

export type NonceScale = (typeof NONCE_SCALES)[number]["id"]

export const nonceScaleSchema = z.enum(["unused", "s", "ms", "us", "ticks", "ns", "counter", "unknown"])
