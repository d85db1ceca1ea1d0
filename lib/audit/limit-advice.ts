/** What to set besides the boxes, judged by what the boxes can do and by what the application says of it. */
import { restrictionById } from "@/lib/catalog/key-screen"
import type { PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import type { Purpose } from "@/lib/catalog/purpose"
import { canAct } from "./power"
import type { LimitAdvice } from "./tick-sheet-schema"

interface Question {
  readonly purpose: Pick<Purpose, "wishes" | "ipAllowlistPossible">
  readonly needs: ReadonlySet<PermissionId>
  /** Whether a copied key could change anything of value. */
  readonly acts: boolean
}

const IPV4 = /\b\d{1,3}(\.\d{1,3}){3}\b/
/** How applications speak of a key without an end. */
const ENDLESS = /\b(off|never|without one|none is needed)\b/i

function whatAThiefCan(needs: ReadonlySet<PermissionId>): string {
  const can = [needs.has("withdraw-funds") && "withdraw", needs.has("modify-trades") && "trade"].filter(Boolean)
  return can.length > 0 ? can.join(" and ") : "act"
}

function addresses({ purpose, needs, acts }: Question): LimitAdvice {
  const { wishes, ipAllowlistPossible } = purpose
  const said = wishes.ipAllowlist
  const danger =
    acts && !ipAllowlistPossible
      ? `Whoever copies the key can ${whatAThiefCan(needs)} from anywhere. Tick no box beyond this list, and set an expiry.`
      : null
  const where = IPV4.test(said ?? "")
    ? "On, with the addresses that its provider publishes. Check with them first: such addresses change."
    : "On, with the public address of the machine that runs it."
  const advice = !ipAllowlistPossible
    ? "Off: it cannot work with a list of addresses."
    : acts
      ? `${where} A copied key is then of no use elsewhere.`
      : `${where} Where its address changes, leave it off: this key can only read.`
  return { id: "ipAllowlist", label: restrictionById("ipAllowlist").label, advice, said, danger }
}

function expiry({ purpose, acts }: Question): LimitAdvice {
  const said = purpose.wishes.expiry
  return {
    id: "validUntil",
    label: restrictionById("validUntil").label,
    advice: acts
      ? "On, within a year. Put a reminder a week earlier into your calendar: the program stops when the key does."
      : "As you like. A date puts an end to a key that is forgotten.",
    said,
    danger:
      acts && ENDLESS.test(said ?? "") ? "Copied and forgotten, such a key still works in years. Set a date." : null,
  }
}

/** The largest number in a text, where "10,000" and "10 000" are one. */
function largestNumber(text: string): number {
  const numbers = text.match(/\d{1,3}([,\u202f\u00a0 ]\d{3})+|\d+/g) ?? []
  return Math.max(0, ...numbers.map((digits) => Number(digits.replace(/\D/g, ""))))
}

function nonceWindow({ purpose, acts }: Question): LimitAdvice {
  const said = purpose.wishes.nonceWindow
  const wanted = largestNumber(said ?? "")
  return {
    id: "nonceWindow",
    label: restrictionById("nonceWindow").label,
    advice:
      wanted > 0
        ? "Try it off (0) first. If the program reports invalid nonces, raise it to the smallest number that works."
        : "Off (0), which is the strictest.",
    said,
    danger:
      wanted > 0 && acts
        ? "Within the window a call that was held up, or caught by someone, is still accepted, an order among them."
        : null,
  }
}

function twoFactor({ purpose, needs }: Question): LimitAdvice {
  const streams = needs.has("create-ws-token") && needs.has("modify-trades")
  return {
    id: "twoFactor",
    label: "Two-factor on the key",
    advice: "Only where the program can send it: Kraken then wants it with every signed call.",
    said: purpose.wishes.twoFactor,
    danger: streams
      ? "It would not protect trading here: orders over a live connection need no two-factor code, even where the key has one."
      : null,
  }
}

/** The restrictions of the key screen, then the second factor that a key gets once it exists. */
export function limitAdvice(
  purpose: Pick<Purpose, "wishes" | "ipAllowlistPossible">,
  needs: readonly PermissionId[],
): LimitAdvice[] {
  const acts = needs.some((id) => canAct(permissionById(id).power))
  const question: Question = { purpose, needs: new Set(needs), acts }
  return [addresses(question), expiry(question), nonceWindow(question), twoFactor(question)]
}
