/**
 * "What to change": findings and checklist as one list. A box that goes takes its dangers with it, so what is still wrong after
 * trimming decides which other changes are called for; a key that will no longer withdraw needs no IP list for withdrawing.
 */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import { harmRank } from "@/lib/catalog/permissions"
import { moveOut } from "./fixes/boxes"
import type { Fix } from "./fixes/fix"
import type { Change } from "./report-schema"
import type { PermissionInput } from "./rule-inputs"
import type { RuleFinding } from "./run-rules"
import { byDanger } from "./severity"

/** A change together with the fix that knows whether a later reading shows it done. */
export interface PlannedChange {
  readonly change: Change
  readonly fix: Fix
}

/** A finding and what would close it. */
interface Closing {
  readonly finding: RuleFinding
  readonly fix: Fix
}

function isAmong(findings: readonly RuleFinding[], { rule, subject }: RuleFinding): boolean {
  return findings.some((other) => other.rule === rule && other.subject === subject)
}

/** A box that is needed cannot simply be unticked: it moves to a key of its own. */
function fitting(fix: Fix, needed: ReadonlySet<PermissionId> | null): Fix {
  return fix.unticks && needed?.has(fix.unticks) ? moveOut(fix.unticks) : fix
}

/** The boxes that go because nothing needs them, the most harmful first. */
function trimmingOf(ended: readonly RuleFinding[]): Fix[] {
  const harm = ({ unticks }: Fix): number => (unticks ? harmRank(unticks) : 0)
  return ended.flatMap(({ fix }) => (fix?.unticks ? [fix] : [])).sort((one, other) => harm(one) - harm(other))
}

/** What ends a danger that trimming takes away: its own untick, else one of a box that its rule looks at, else the most harmful one. */
function endOf({ rule, fix }: RuleFinding, trimming: readonly Fix[]): Fix | undefined {
  const looksAt = ({ unticks }: Fix): boolean =>
    unticks !== undefined && rule.requires.includes(`permission:${unticks}` satisfies PermissionInput)
  return trimming.find(({ id }) => id === fix?.id) ?? trimming.find(looksAt) ?? trimming[0]
}

function planned({ fix }: Closing, group: readonly Closing[]): PlannedChange[] {
  const findings = group.map(({ finding }) => finding).sort(byDanger)
  const [worst] = findings
  if (!worst) return []
  // The finding that is about this very fix tells best why, even where another one is worse.
  const teller = findings.find((finding) => finding.fix?.id === fix.id) ?? worst
  const change: Change = {
    id: fix.id,
    kind: fix.kind,
    permission: fix.permission,
    severity: worst.severity,
    title: fix.title,
    why: teller.why,
    steps: [...fix.steps],
    proof: fix.proof,
    rules: [...new Set(findings.map(({ rule }) => rule.id))],
  }
  return [{ change, fix }]
}

/** `findings` of the key as it is, `left` of the key as it will be after trimming. In order of danger, then of Kraken's screen. */
export function planChanges(
  findings: readonly RuleFinding[],
  left: readonly RuleFinding[],
  needed: ReadonlySet<PermissionId> | null,
): PlannedChange[] {
  const ended = findings.filter((finding) => !isAmong(left, finding))
  const trimming = trimmingOf(ended)
  const closings = [
    ...ended.map((finding) => ({ finding, fix: endOf(finding, trimming) })),
    ...left.map((finding) => ({ finding, fix: finding.fix ? fitting(finding.fix, needed) : undefined })),
  ].flatMap(({ finding, fix }): Closing[] => (fix ? [{ finding, fix }] : []))
  return closings
    .filter(({ fix }, at) => closings.findIndex((other) => other.fix.id === fix.id) === at)
    .flatMap((first) =>
      planned(
        first,
        closings.filter(({ fix }) => fix.id === first.fix.id),
      ),
    )
    .sort((one, other) => byDanger(one.change, other.change) || one.fix.position - other.fix.position)
}
