/** One key, judged: the least set, every finding, and what to change. Everything else in a report is told from this. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { Purpose } from "@/lib/catalog/purpose"
import { type PlannedChange, planChanges } from "./changes"
import type { KeyFacts } from "./facts"
import { type LeastSet, leastSet } from "./least-set"
import { boxesIn } from "./power"
import type { Subject } from "./rule-inputs"
import { RULES } from "./rules"
import { findingsOf, type RuleFinding, type RuleOutcome, runRules } from "./run-rules"
import { byDanger } from "./severity"

export interface Reading {
  readonly facts: KeyFacts
  readonly purposes: readonly Purpose[]
  readonly nowMs: number
}

export interface Judgement {
  readonly subject: Subject
  /** null without a purpose, and where what a purpose needs cannot be worked out. */
  readonly least: LeastSet | null
  readonly outcomes: readonly RuleOutcome[]
  /** The worst first. */
  readonly findings: readonly RuleFinding[]
  readonly changes: readonly PlannedChange[]
}

function leastFor({ facts, purposes }: Reading): LeastSet | null {
  if (purposes.length === 0) return null
  const found = leastSet(purposes, { held: new Set(boxesIn("granted", facts)) })
  return found.ok ? found.value : null
}

function subjectWith(reading: Reading, least: LeastSet | null): Subject {
  return { ...reading, needed: least && new Set(least.permissions) }
}

export function subjectOf(reading: Reading): Subject {
  return subjectWith(reading, leastFor(reading))
}

/** The key as it will be once nothing unneeded is ticked any more. */
function trimmed(subject: Subject): Subject {
  const { needed, facts } = subject
  if (!needed) return subject
  const excess = boxesIn("granted", facts).filter((id) => !needed.has(id))
  const without = Object.fromEntries(excess.map((id): [PermissionId, "denied"] => [id, "denied"]))
  return { ...subject, facts: { ...facts, permissions: { ...facts.permissions, ...without } } }
}

export function judge(reading: Reading): Judgement {
  const least = leastFor(reading)
  const subject = subjectWith(reading, least)
  const outcomes = runRules(RULES, subject)
  const findings = findingsOf(outcomes).sort(byDanger)
  const left = findingsOf(runRules(RULES, trimmed(subject))).sort(byDanger)
  return { subject, least, outcomes, findings, changes: planChanges(findings, left, subject.needed) }
}
