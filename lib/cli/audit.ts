/** The audit without a dashboard: stdout holds the report alone, stderr the rest, the exit status the verdict. */
import { reportAsText } from "@/lib/audit/report-text"
import { reachesThreshold } from "@/lib/audit/threshold"
import { err } from "@/lib/core/result"
import { Secret } from "@/lib/core/secret"
import { auditOnce } from "@/lib/server/audit-once"
import { readSettings } from "@/lib/server/env"
import { AUDIT_USAGE, type AuditArguments, parseAuditArguments } from "./audit-arguments"
import { closeDebugger } from "./close-debugger"

export const EXIT = { clean: 0, findings: 1, notRead: 2, wrongUsage: 3 } as const

const UNNAMED_SCALE =
  "Not told how the program on this key counts its calls, so Keytrim goes carefully, which takes longer. Name it with --nonce-scale (unused where nothing uses the key)."
const COUNTER =
  "A program that counts from a counter of its own will be refused after this reading, until it is restarted or given a key of its own."

const STOPPED = "The audit was stopped before the key was read."
const UNFORESEEN = "Something went wrong that Keytrim did not foresee, so the key was not read."

const tell = (line: string) => process.stderr.write(`${line}\n`)

type Credential = Readonly<Partial<Record<"KRAKEN_API_KEY" | "KRAKEN_API_SECRET" | "KRAKEN_API_OTP", string>>>

const secretOf = (text: string | undefined) => (text ? new Secret(text) : null)

const tellWait: NonNullable<Parameters<typeof auditOnce>[0]["onEvent"]> = (event) => {
  if (event.type === "waiting") tell(event.text)
}

function wrongUsage(line: string): number {
  tell(line)
  return EXIT.wrongUsage
}

function stopSignal(): AbortSignal {
  const stopping = new AbortController()
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => stopping.abort())
  return stopping.signal
}

/**
 * Runs one audit for the words behind `npm run audit --` and resolves with the exit status. `credential` was taken out of the
 * environment before anything else ran, so that no later code and no child process finds it there.
 */
export async function audit(words: readonly string[], credential: Credential): Promise<number> {
  closeDebugger()
  const parsed = parseAuditArguments(words)
  if (!parsed.ok) return wrongUsage(parsed.error)
  if (parsed.value.help) {
    process.stdout.write(AUDIT_USAGE)
    return EXIT.clean
  }
  const settings = readSettings({ env: process.env, execArgv: process.execArgv })
  if (!settings.ok) return wrongUsage(settings.error.join("\n"))
  const apiKey = secretOf(credential.KRAKEN_API_KEY)
  const secret = secretOf(credential.KRAKEN_API_SECRET)
  const otp = secretOf(credential.KRAKEN_API_OTP)
  if (!apiKey || !secret) return wrongUsage("KRAKEN_API_KEY and KRAKEN_API_SECRET have to be set in the environment.")
  return report(parsed.value, { settings: settings.value, apiKey, secret, otp })
}

type Given = Pick<Parameters<typeof auditOnce>[0], "settings" | "apiKey" | "secret" | "otp">

async function report(
  { purpose, nonceScale, betweenCalls, format, failOn }: AuditArguments,
  given: Given,
): Promise<number> {
  if (given.settings.krakenOrigin.kind === "loopback")
    tell("KRAKEN_API_URL is set: this audit asks a server on this machine, not Kraken.")
  if (nonceScale === null) tell(UNNAMED_SCALE)
  if (nonceScale === null || nonceScale === "unknown" || nonceScale === "counter") tell(COUNTER)
  const signal = stopSignal()
  const request = {
    ...given,
    purposes: purpose ? [purpose] : [],
    nonceScale: nonceScale ?? "unknown",
    betweenCalls,
    signal,
    onEvent: tellWait,
  }
  // An error that nobody foresaw is not printed: its text could hold anything.
  const audited = await auditOnce(request).catch(() => err(signal.aborted ? STOPPED : UNFORESEEN))
  if (!audited.ok) return notRead(audited.error)
  process.stdout.write(
    format === "json" ? `${JSON.stringify(audited.value, null, 2)}\n` : `${reportAsText(audited.value)}\n`,
  )
  if (audited.value.failure) return EXIT.notRead
  return reachesThreshold(audited.value, failOn) ? EXIT.findings : EXIT.clean
}

function notRead(line: string): number {
  tell(line)
  return EXIT.notRead
}
