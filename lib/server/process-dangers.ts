/** Settings of Node under which secrets would not be safe: TLS made weaker, or the process opened to others. */
import type { Surroundings } from "./env"

interface Danger {
  readonly pattern: RegExp
  /** Completes the sentence "… would". */
  readonly would: string
}

/** Options of Node, with underscores turned into hyphens. */
const DANGEROUS_OPTIONS: readonly Danger[] = Object.freeze([
  { pattern: /^--(inspect|debug)/, would: "let other programs look into Keytrim" },
  { pattern: /^--(tls-keylog|trace-tls)/, would: "write down what encrypts the calls to Kraken" },
  {
    pattern: /^--(tls-|openssl-|use-openssl-ca|use-system-ca|security-revert)/,
    would: "change how Kraken is recognised",
  },
  { pattern: /^--insecure-http-parser/, would: "let malformed requests in" },
  { pattern: /^(-r|--require|--import|--loader|--experimental-loader)/, would: "load other code into Keytrim" },
  { pattern: /^--(heap|report-|abort-on-uncaught-exception)/, would: "write Keytrim's memory to a file" },
  {
    pattern: /^--(env-file|experimental-(default-)?config-file)/,
    would: "read settings from a file that others may have planted",
  },
])

/** Values of variables; each is dangerous only where its pattern matches. */
const DANGEROUS_VARIABLES: Readonly<Record<string, Danger>> = Object.freeze({
  NODE_TLS_REJECT_UNAUTHORIZED: { pattern: /^0$/, would: "let anybody pose as Kraken" },
  SSLKEYLOGFILE: { pattern: /./, would: "write down what encrypts the calls to Kraken" },
  NODE_DEBUG: { pattern: /\b(https?|http2|tls|net)\b|\*/i, would: "print the headers of the calls to Kraken" },
  NODE_DEBUG_NATIVE: { pattern: /./, would: "print what goes over the network" },
})

/** Names only, in this order, so that the same setting gives the same line. */
function dangerousOptions(words: readonly string[]): Danger | undefined {
  const options = words.map((word) => word.replace(/["'\\]/g, "").replaceAll("_", "-"))
  return DANGEROUS_OPTIONS.find(({ pattern }) => options.some((option) => pattern.test(option)))
}

/** One line for each dangerous setting; it names the setting, never its value. */
export function dangersIn({ env, execArgv }: Surroundings): string[] {
  const variables = Object.entries(DANGEROUS_VARIABLES)
    .filter(([name, { pattern }]) => pattern.test(env[name] ?? ""))
    .map(([name, { would }]) => `${name} would ${would}. Remove it, then start again.`)
  const fromEnvironment = dangerousOptions((env["NODE_OPTIONS"] ?? "").split(/\s+/))
  const fromCommand = dangerousOptions(execArgv)
  return [
    ...variables,
    ...(fromEnvironment
      ? [`An option in NODE_OPTIONS would ${fromEnvironment.would}. Remove it, then start again.`]
      : []),
    ...(fromCommand ? [`An option that Node was started with would ${fromCommand.would}. Leave it out.`] : []),
  ]
}
