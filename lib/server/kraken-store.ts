import * as z from "zod"
import { nonceScaleSchema } from "@/lib/catalog/nonce-scales"
import type { History } from "@/lib/history/open-history"
import type { BreakerState, KeyState, KrakenStore } from "@/lib/kraken/contract"

const points = z.strictObject({ points: z.number(), atMs: z.number() })

/** What is remembered of a key, as it lies on disk. */
export const keyStateSchema = z.strictObject({
  lastNonce: z.partialRecord(nonceScaleSchema, z.string().regex(/^\d{1,20}$/)),
  refusedAtMs: z.array(z.number()),
  counter: points,
  spent: z.array(points),
  workedScale: z.nullable(nonceScaleSchema),
  secondsRuledOut: z.exactOptional(z.boolean()),
  lastGood: z
    .strictObject({ atMs: z.number(), ipAllowlisted: z.boolean(), validUntilMs: z.number().nullable() })
    .nullable(),
}) satisfies z.ZodType<KeyState>

export const breakerStateSchema = z.strictObject({
  refusedAtMs: z.array(z.number()),
  pausedUntilMs: z.number().nullable(),
  why: z.enum(["refusals", "lockout"]).nullable(),
}) satisfies z.ZodType<BreakerState>

const closed: BreakerState = Object.freeze({ refusedAtMs: [], pausedUntilMs: null, why: null })

/** The Kraken client's memory in the data folder, shared with every other Keytrim process on it. */
export function createKrakenStore(history: History): KrakenStore {
  const keys = history.keyStates<KeyState>((stored) => keyStateSchema.parse(stored))
  const breakers = history.breakers<BreakerState>((stored) => breakerStateSchema.parse(stored))
  return {
    loadKey: (keyRef) => keys.load(keyRef),
    saveKey: (keyRef, state) => keys.save(keyRef, state),
    loadBreaker: (originUrl) => breakers.load(originUrl) ?? closed,
    updateBreaker: (originUrl, change) => breakers.update(originUrl, (state) => change(state ?? closed)),
    lockKey: (keyRef, signal) => history.lockKey(keyRef, signal),
  }
}

/**
 * The same for sample keys: they are made anew at every start, so nothing of them is worth keeping. Without locks: only one run of a
 * key is under way in this process, and no other process knows these keys.
 */
export function createSampleStore(): KrakenStore {
  const keys = new Map<string, KeyState>()
  const breakers = new Map<string, BreakerState>()
  const loadBreaker = (originUrl: string) => breakers.get(originUrl) ?? closed
  return {
    loadKey: (keyRef) => keys.get(keyRef) ?? null,
    saveKey: (keyRef, state) => void keys.set(keyRef, state),
    loadBreaker,
    updateBreaker(originUrl, change) {
      const state = change(loadBreaker(originUrl))
      breakers.set(originUrl, state)
      return state
    },
    lockKey: async () => ({ release: () => undefined }),
  }
}
