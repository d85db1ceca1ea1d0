/**
 * One risk word for a key, and every point behind it. The worst danger decides the level; each further one adds a little, but
 * never enough to reach the next level, so that many small things never look like a big one.
 */

import { permissionById } from "@/lib/catalog/permissions"
import type { Power } from "@/lib/catalog/powers"
import type { KeyFacts } from "./facts"
import { boxesIn, canAct, canLoseFunds } from "./power"
import type { Report, Severity } from "./report-schema"
import type { RuleFinding } from "./run-rules"
import { boxNames } from "./wording"

type Risk = Report["risk"]
type Level = Risk["level"]

/** What the worst danger of a level scores, and the most that further ones may raise it to. */
const BANDS: Readonly<Record<Level, readonly [number, number]>> = Object.freeze({
  none: [1, 4],
  low: [5, 24],
  medium: [25, 49],
  high: [50, 74],
  critical: [75, 100],
})
const LEVELS = ["critical", "high", "medium", "low", "none"] as const satisfies Level[]

const LEVEL_OF: Readonly<Record<Severity, Level>> = Object.freeze({
  critical: "critical",
  high: "high",
  medium: "medium",
  low: "low",
  info: "none",
})

/** What a danger adds where it is not the worst one. */
const EXTRA: Readonly<Record<Level, number>> = Object.freeze({ critical: 8, high: 4, medium: 2, low: 1, none: 1 })

interface Danger {
  readonly level: Level
  readonly text: string
  /** The rule that found it, or "power" for what the key may do even when all is set well. */
  readonly rule: string
}

/** What remains when everything is as it should be: power that the purpose needs is still power. */
function inherent(facts: KeyFacts): Danger[] {
  const granted = boxesIn("granted", facts)
  const having = (test: (power: Power) => boolean) => granted.filter((id) => test(permissionById(id).power))
  const out = having((power) => canLoseFunds(power) && power !== "trades")
  if (out.length > 0) return [{ level: "medium", text: `It holds ${boxNames(out)}.`, rule: "power" }]
  const acting = having(canAct)
  if (acting.length > 0) return [{ level: "low", text: `It holds ${boxNames(acting)}.`, rule: "power" }]
  return granted.length > 0 ? [{ level: "none", text: "It can read account data.", rule: "power" }] : []
}

function levelOf(score: number): Level {
  return LEVELS.find((level) => score >= BANDS[level][0]) ?? "none"
}

/** Score 0 to 100; the points of the reasons add up to it. Only dangers count, not what merely keeps a program from working. */
export function riskOf(facts: KeyFacts, findings: readonly RuleFinding[]): Risk {
  const dangers: Danger[] = [
    ...findings
      .filter(({ rule }) => rule.concerns === "safety")
      .map(({ rule, severity, title }) => ({ level: LEVEL_OF[severity], text: `${title}.`, rule: rule.id })),
    ...inherent(facts),
  ].sort((one, other) => LEVELS.indexOf(one.level) - LEVELS.indexOf(other.level))
  const [worst, ...others] = dangers
  if (!worst) return { score: 0, level: "none", reasons: [] }
  const [base, top] = BANDS[worst.level]
  const reasons = [{ points: base, text: worst.text, rule: worst.rule }]
  let room = top - base
  for (const { level, text, rule } of others) {
    const points = Math.min(EXTRA[level], room)
    room -= points
    if (points > 0) reasons.push({ points, text, rule })
  }
  const score = reasons.reduce((sum, { points }) => sum + points, 0)
  return { score, level: levelOf(score), reasons }
}
