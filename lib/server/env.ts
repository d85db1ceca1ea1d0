/** Keytrim's settings from its environment. What is malformed or dangerous is refused in one line each, and no value is repeated. */
import path from "node:path"
import envPaths from "env-paths"
import * as z from "zod"
import { KRAKEN_FUTURES, KRAKEN_SPOT, type KrakenOrigin, parseKrakenOrigin } from "@/lib/core/origin"
import { err, ok, type Result } from "@/lib/core/result"
import type { Tier } from "@/lib/kraken/contract"
import { dangersIn } from "./process-dangers"

export interface Settings {
  /** Absolute path of the data folder. */
  readonly home: string
  /** Where to begin looking for a free port. */
  readonly port: number
  readonly krakenOrigin: KrakenOrigin
  readonly futuresOrigin: KrakenOrigin
  /** How fast keys may call, as far as Keytrim knows. */
  readonly tier: Tier
}

export interface Surroundings {
  readonly env: Readonly<Record<string, string | undefined>>
  /** What Node itself was started with. */
  readonly execArgv: readonly string[]
}

const DEFAULT_PORT = 4870

const originSchema = (known: KrakenOrigin) =>
  z
    .string()
    .transform((text, context) => {
      const parsed = parseKrakenOrigin(text)
      if (parsed.ok) return parsed.value
      context.addIssue({ code: "custom", message: parsed.error })
      return z.NEVER
    })
    .refine((origin) => origin.kind === "loopback" || origin.url === known.url, {
      message: `must be ${known.url}, or an address on this machine`,
    })
    .default(known)

const settingsSchema = z.object({
  KEYTRIM_HOME: z
    .string()
    .refine((folder) => path.isAbsolute(folder), { message: "must be an absolute path" })
    .default(() => envPaths("keytrim", { suffix: "" }).data),
  KEYTRIM_PORT: z
    .string()
    .regex(/^[1-9]\d{0,4}$/)
    .transform(Number)
    .refine((port) => port <= 65_535)
    .default(DEFAULT_PORT),
  KRAKEN_API_URL: originSchema(KRAKEN_SPOT),
  KRAKEN_FUTURES_URL: originSchema(KRAKEN_FUTURES),
  KEYTRIM_TIER: z.enum(["starter", "intermediate", "pro"]).default("starter"),
})
type Variable = keyof z.input<typeof settingsSchema>

/** Only our own sentences: a schema's words could quote what stands in the variable. */
const EXPECTED: Partial<Record<Variable, string>> = {
  KEYTRIM_PORT: "must be a port number from 1 to 65535",
  KEYTRIM_TIER: "must be starter, intermediate or pro",
}

function lineFor({ path: [variable], message }: z.core.$ZodIssue): string {
  return `${String(variable)} ${EXPECTED[variable as Variable] ?? message}.`
}

/** An empty variable is as good as none. */
function given(env: Surroundings["env"]): Record<string, string | undefined> {
  return Object.fromEntries(Object.keys(settingsSchema.shape).map((name) => [name, env[name] || undefined]))
}

/** The settings, or every reason against starting, one line each. */
export function readSettings(surroundings: Surroundings): Result<Settings, readonly string[]> {
  const parsed = settingsSchema.safeParse(given(surroundings.env))
  const dangers = dangersIn(surroundings)
  if (!parsed.success) {
    const byVariable = new Map(parsed.error.issues.map((issue) => [issue.path[0], lineFor(issue)]))
    return err([...byVariable.values(), ...dangers])
  }
  if (dangers.length > 0) return err(dangers)
  const { data } = parsed
  return ok({
    home: path.resolve(data.KEYTRIM_HOME),
    port: data.KEYTRIM_PORT,
    krakenOrigin: data.KRAKEN_API_URL,
    futuresOrigin: data.KRAKEN_FUTURES_URL,
    tier: data.KEYTRIM_TIER,
  })
}
