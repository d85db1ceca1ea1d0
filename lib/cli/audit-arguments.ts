import { parseArgs } from "node:util"
import type { Severity } from "@/lib/audit/report-schema"
import { NONCE_SCALES, type NonceScale } from "@/lib/catalog/nonce-scales"
import type { Purpose } from "@/lib/catalog/purpose"
import { purposeById } from "@/lib/catalog/purposes"
import { err, ok, type Result } from "@/lib/core/result"

export interface AuditArguments {
  readonly purpose: Purpose | null
  /** null where it was not named: the person is told what that costs. */
  readonly nonceScale: NonceScale | null
  readonly betweenCalls: boolean
  readonly format: "text" | "json"
  readonly failOn: Severity | "never"
  readonly help: boolean
}

const FAIL_ON = ["info", "low", "medium", "high", "critical", "never"] as const
const FORMATS = ["text", "json"] as const
const SCALES = NONCE_SCALES.map((scale) => scale.id)

export const AUDIT_USAGE = `Usage: npm run --silent audit -- [options]

Audits the Kraken key in the environment: KRAKEN_API_KEY, KRAKEN_API_SECRET, and KRAKEN_API_OTP where the key has 2FA.
A credential is never taken from the arguments, since other programs can read those.

  --purpose ID         what the key is for, such as koinly or freqtrade; without it nothing is called excess
  --nonce-scale SCALE  how the program on this key counts its calls: ${SCALES.join(" | ")}
                       (default unknown, which is slower and careful)
  --between-calls      one try just under the clock, for a busy program with a named clock scale;
                       at worst one call of that program is refused once
  --format FORMAT      ${FORMATS.join(" | ")} (default text)
  --fail-on LEVEL      ${FAIL_ON.join(" | ")} (default high)
  --help               this text

Exit status: 0 nothing at or above the level and nothing unknown that matters · 1 otherwise · 2 the key could not be read · 3 wrong usage.
`

function oneOf<Choice extends string>(choices: readonly Choice[], value: string): value is Choice {
  return (choices as readonly string[]).includes(value)
}

/** Reads the words behind `npm run audit --`. The error is one line that names the option, never its value. */
export function parseAuditArguments(words: readonly string[]): Result<AuditArguments, string> {
  const options = {
    purpose: { type: "string" },
    "nonce-scale": { type: "string" },
    "between-calls": { type: "boolean", default: false },
    format: { type: "string", default: "text" },
    "fail-on": { type: "string", default: "high" },
    help: { type: "boolean", default: false },
  } as const
  let values: ReturnType<typeof parseArgs<{ options: typeof options }>>["values"]
  try {
    values = parseArgs({ args: [...words], options, strict: true, allowPositionals: false }).values
  } catch {
    // The parser's own message repeats what was typed, and a credential may have been typed by mistake.
    return err("An option is not known or lacks its value. See --help.")
  }
  const { purpose = null, "nonce-scale": scale = null, format, "fail-on": failOn } = values
  if (scale !== null && !oneOf(SCALES, scale)) return err(`--nonce-scale takes one of: ${SCALES.join(", ")}.`)
  if (!oneOf(FORMATS, format)) return err(`--format takes one of: ${FORMATS.join(", ")}.`)
  if (!oneOf(FAIL_ON, failOn)) return err(`--fail-on takes one of: ${FAIL_ON.join(", ")}.`)
  const known = purpose === null ? null : purposeById(purpose)
  if (known === undefined) return err("--purpose names nothing that is in the catalogue.")
  const betweenCalls = values["between-calls"]
  if (betweenCalls && !["s", "ms", "us", "ticks", "ns"].includes(scale ?? "")) {
    return err("--between-calls needs --nonce-scale with a clock scale: s, ms, us, ticks or ns.")
  }
  return ok({ purpose: known, nonceScale: scale, betweenCalls, format, failOn, help: values.help })
}
