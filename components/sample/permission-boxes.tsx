import { Checkbox } from "@/components/ui/choices"
import { isPermissionId } from "@/lib/catalog/permission-ids"
import { GROUPS, type GroupId, PERMISSIONS } from "@/lib/catalog/permissions"
import type { SampleKey } from "@/lib/protocol/session-view"
import { type SettingsDraft, withPermission } from "./settings-draft"

interface PermissionBoxesProps {
  readonly saved: SampleKey
  readonly draft: SettingsDraft
  readonly onChange: (draft: SettingsDraft) => void
}

/** The 13 boxes in the groups and the order of Kraken's key screen. */
export function PermissionBoxes({ saved, draft, onChange }: PermissionBoxesProps) {
  const box = (id: string, label: string, help?: string) => (
    <Checkbox
      key={id}
      label={label}
      help={help}
      checked={draft.permissions.has(id)}
      onChange={(ticked) => onChange(withPermission(draft, id, ticked))}
    />
  )
  const unknown = saved.permissions.filter((word) => !isPermissionId(word))
  return (
    <div className="space-y-4">
      {GROUPS.map((group) => (
        <fieldset key={group.id}>
          <legend className={isItsOwnBox(group) ? "sr-only" : "font-semibold"}>{group.label}</legend>
          {boxesOf(group.id).map(({ id, label }) => box(id, label))}
          {!group.labelCertain && (
            <p className="text-muted">Where Kraken shows these two, and in which words, is not confirmed.</p>
          )}
        </fieldset>
      ))}
      {unknown.length > 0 && (
        <fieldset>
          <legend className="font-semibold">Not on Kraken’s screen</legend>
          {unknown.map((word) =>
            box(word, `“${word}”`, "A made-up permission. Once unticked it cannot be ticked again."),
          )}
        </fieldset>
      )}
    </div>
  )
}

/** A group of one box that is called like the group. */
function isItsOwnBox({ id, label }: (typeof GROUPS)[number]): boolean {
  return boxesOf(id).every((box) => box.label === label)
}

function boxesOf(group: GroupId) {
  return PERMISSIONS.filter((permission) => permission.group === group)
}
