/** "If this key leaks": what a thief could do, told from the key's facts and from how its permissions work together. */
import type { PermissionId } from "@/lib/catalog/permission-ids"
import { permissionById } from "@/lib/catalog/permissions"
import type { KeyFacts } from "./facts"
import { boxesIn, canLoseFunds } from "./power"
import type { Report, Severity } from "./report-schema"
import { reach } from "./rule-inputs"
import { byDanger, SEVERITIES } from "./severity"
import { boxNames, countOf, lowerFirst, printable } from "./wording"

type Threat = Report["leak"][number]
type Holds = (id: PermissionId) => boolean

const READING = ["query-funds", "query-open-trades", "query-closed-trades", "query-ledger", "export-data"] as const

/** Withdrawing is as dangerous as the ways out are wide. */
function leavingFunds(holds: Holds): Threat[] {
  if (!holds("withdraw-funds")) return []
  if (holds("add-withdraw-address") || holds("update-withdraw-address")) {
    const certain = holds("add-withdraw-address")
    return [
      {
        severity: "critical",
        title: certain ? "Everything can be sent to any address" : "Everything can probably be sent to any address",
        text: certain
          ? "A thief saves an address of their own, which counts as verified at once and without an e-mail to you, and withdraws to it."
          : "A thief may change a saved address without an e-mail to you, and withdraw to it. Kraken does not say how far this goes.",
      },
    ]
  }
  if (holds("query-funds")) {
    return [
      {
        severity: "critical",
        title: "Funds can be sent away",
        text: "A thief can withdraw to any address that you have saved. By Kraken's documents, Withdraw together with Query also allows Kraken Pay transfers and payment links, which need no saved address.",
      },
    ]
  }
  return [
    {
      severity: "high",
      title: "Funds can be sent to your saved addresses",
      text: "A thief can empty the account to addresses that are saved in it. That helps them where one of these is not yours alone, or where another key can save addresses.",
    },
  ]
}

function tradedFunds(holds: Holds): Threat[] {
  if (!holds("modify-trades")) return []
  const stream = holds("create-ws-token")
    ? [
        {
          severity: "medium" as const,
          title: "A live connection can go on trading",
          text: "A token made with this key opens a live connection that stays up until it is closed and asks for no two-factor code. Kraken does not say whether deleting the key closes it.",
        },
      ]
    : []
  return [
    {
      severity: "high",
      title: "Your balance can be traded away",
      text: "A thief makes your account buy rarely traded coins from theirs at bad prices, over and over. No withdrawal is needed, and Kraken limits no key to certain pairs or amounts.",
    },
    ...stream,
  ]
}

const told = (id: PermissionId): string => `A thief could ${lowerFirst(permissionById(id).thief)}`

/** What a single box lets a thief do, where no combination above has told it already. */
function single(id: PermissionId, severity: Severity, title: string): (holds: Holds) => Threat[] {
  return (holds) => (holds(id) ? [{ severity, title, text: told(id) }] : [])
}

function preparedAddresses(holds: Holds): Threat[] {
  const held = (["add-withdraw-address", "update-withdraw-address"] as const).filter(holds)
  const [first] = held
  if (!first || holds("withdraw-funds")) return []
  return [{ severity: "medium", title: "Withdrawal addresses can be changed", text: told(first) }]
}

function lostPrivacy(holds: Holds): Threat[] {
  const held = READING.filter(holds)
  if (held.length === 0) return []
  const wallet = holds("query-funds")
    ? " By Kraken's documents, Query also allows moving funds from your Spot to your own Futures wallet; nothing leaves the account that way."
    : ""
  return [
    {
      severity: "low",
      title: "Your account can be read",
      text: `With ${boxNames(held)}, a thief learns what you own and what you did. That makes a believable message to you easy, so be wary of any that knows your figures.${wallet}`,
    },
  ]
}

const TELLERS: readonly ((holds: Holds) => Threat[])[] = Object.freeze([
  leavingFunds,
  tradedFunds,
  preparedAddresses,
  single("close-trades", "medium", "Your orders can be cancelled"),
  single("earn-funds", "medium", "Your funds can be tied up"),
  single("add-funds", "low", "Deposit addresses can be made in your name"),
  (holds) => (holds("modify-trades") ? [] : single("create-ws-token", "low", "A live connection can be opened")(holds)),
  lostPrivacy,
])

function notKnown({ permissions, unknownPermissions }: KeyFacts): Threat[] {
  const silent = boxesIn("unknown", { permissions })
  const threats: Threat[] = unknownPermissions.map((word) => ({
    severity: "high",
    title: "Something that Keytrim does not know",
    text: `Kraken lists “${printable(word, 60)}”. What a thief could do with it is not known; reckon with the worst.`,
  }))
  if (silent.length === 0) return threats
  const risky = silent.some((id) => canLoseFunds(permissionById(id).power))
  const text = `It is not known whether the key holds ${boxNames(silent)}. If it does, more is possible than stands here.`
  return [...threats, { severity: risky ? "medium" : "info", title: "Perhaps more", text }]
}

/** From where a thief could use it, put last: it softens or sharpens everything above. */
function place(facts: KeyFacts): Threat {
  const found = reach(facts)
  if (found.state === "unknown") {
    return { severity: "info", title: "From where is not known", text: `${found.reason} Reckon with anywhere.` }
  }
  if (found.value === "anywhere" || facts.ipAllowlist.state === "unknown") {
    return {
      severity: "info",
      title: "From anywhere",
      text: "No IP list stands in the way: a copy works wherever the thief is.",
    }
  }
  const entries = countOf(facts.ipAllowlist.value.length, "listed address or block", "listed addresses or blocks")
  return {
    severity: "info",
    title: "Only from listed addresses",
    text: `The key works only from ${entries}. A copy is of no use elsewhere, unless the thief also gets into one of these.`,
  }
}

/** With an IP list a copied key alone is not enough, so everything weighs one step less. */
function blunted(threat: Threat): Threat {
  const milder = SEVERITIES[SEVERITIES.indexOf(threat.severity) - 1] ?? "info"
  return { ...threat, severity: milder }
}

/** The worst first; the place from which it is possible comes last. Empty only where nothing at all is known. */
export function leakOf(facts: KeyFacts): Threat[] {
  const holds: Holds = (id) => facts.permissions[id] === "granted"
  const possible = TELLERS.flatMap((tell) => tell(holds))
  const unknown = notKnown(facts)
  if (possible.length === 0 && unknown.length === 0) {
    const text = "The key holds no permission. A thief could learn its settings, nothing more."
    return [{ severity: "info", title: "Next to nothing", text }]
  }
  const found = reach(facts)
  const listed = found.state === "known" && found.value === "listed"
  return [...(listed ? possible.map(blunted) : possible), ...unknown].sort(byDanger).concat(place(facts))
}
