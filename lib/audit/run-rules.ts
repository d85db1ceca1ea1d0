/** Asks every rule, each with its own inputs only. A rule that breaks becomes a finding of its own and hides no other. */
import type { CheckResult, Rule } from "./define-rule"
import type { Fix } from "./fixes/fix"
import type { Finding, Severity } from "./report-schema"
import { type Given, type InputName, permissionOf, resolveInput, type Subject } from "./rule-inputs"

export type RuleOutcome = { readonly rule: Rule } & (
  | CheckResult
  | { readonly state: "unknown"; readonly inputs: readonly InputName[]; readonly reason: string }
  | { readonly state: "broken" }
)

/** A finding with what the report does not carry: its rule and its fix. */
export interface RuleFinding {
  readonly rule: Rule
  readonly subject: string | null
  readonly severity: Severity
  readonly title: string
  readonly why: string
  readonly fix: Fix | null
}

export function runRule(rule: Rule, subject: Subject): RuleOutcome {
  const resolved = rule.requires.map((name) => ({ name, input: resolveInput(name, subject) }))
  const absent = resolved.find(({ input }) => input.state === "absent")?.input
  if (absent?.state === "absent") return { rule, state: "not-applicable", reason: absent.reason }
  const missing = resolved.flatMap(({ name, input }) => (input.state === "unknown" ? [{ name, input }] : []))
  const [first] = missing
  if (first) return { rule, state: "unknown", inputs: missing.map(({ name }) => name), reason: first.input.reason }

  const given: Record<string, unknown> = {}
  const permission: Record<string, unknown> = {}
  for (const { name, input } of resolved) {
    if (input.state !== "known") continue
    const id = permissionOf(name)
    if (id) permission[id] = input.value
    else given[name] = input.value
  }
  try {
    // The rule's own type says exactly which inputs it required, and these are the ones in here.
    return { rule, ...rule.check({ ...given, permission } as unknown as Given<InputName>) }
  } catch {
    return { rule, state: "broken" }
  }
}

export function runRules(rules: readonly Rule[], subject: Subject): RuleOutcome[] {
  return rules.map((rule) => runRule(rule, subject))
}

export function findingsOf(outcomes: readonly RuleOutcome[]): RuleFinding[] {
  return outcomes.flatMap((outcome): RuleFinding[] => {
    const { rule } = outcome
    if (outcome.state === "broken") return [unfinished(rule)]
    if (outcome.state !== "fail") return []
    return outcome.failing.map(({ subject, why, title = rule.title.fail, severity = rule.severity, fix }) => {
      return { rule, subject, severity, title, why, fix }
    })
  })
}

function unfinished(rule: Rule): RuleFinding {
  const why = `Keytrim made a mistake while it checked “${rule.title.pass}”. Treat this as not known, and look at it yourself.`
  return { rule, subject: null, severity: "medium", title: "One check could not be finished", why, fix: null }
}

export function toFinding({ rule, subject, severity, title, why, fix }: RuleFinding): Finding {
  return { rule: rule.id, subject, severity, title, why, steps: [...(fix?.steps ?? [])] }
}
