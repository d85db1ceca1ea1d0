import * as z from "zod"
import { ok } from "@/lib/core/result"
import { defineProbe } from "../define-probe"

// 2020 to 2100: a clock outside of it is a broken answer, and no nonce may be made from it.
const unixtimeSchema = z.int().min(1_577_836_800).max(4_102_444_800)

/** Kraken's public clock, in whole seconds. */
export const serverTime = defineProbe({
  id: "server-time",
  method: "GET",
  path: "/0/public/Time",
  parameters: {},
  effect: "reads",
  counterCost: 0,
  signed: false,
  harmless: "It asks Kraken what time it is, without naming any key.",
  source: { url: "https://docs.kraken.com/api-reference/market-data/get-server-time", seen: "2026-08" },
  reply: z.object({ unixtime: unixtimeSchema }),
  reveals: (reply) => ok({ krakenSeconds: reply.unixtime }),
})
