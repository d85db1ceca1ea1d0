/** Fixes that set one of the key screen's restrictions. */
import { restrictionById } from "@/lib/catalog/key-screen"
import { wideEntries } from "../ip-reach"
import { reach } from "../rule-inputs"
import { countOf, dayOf } from "../wording"
import { type Fix, lister, onKeyScreen, POSITION } from "./fix"

const IP_LIST = restrictionById("ipAllowlist").label
const EXPIRY = restrictionById("validUntil").label
const NONCE_WINDOW = restrictionById("nonceWindow").label
const QUERY_FROM = restrictionById("queryFrom").label
const QUERY_TO = restrictionById("queryTo").label

const limit = { kind: "limit", permission: null } as const

export const limitAddresses: Fix = Object.freeze({
  ...limit,
  id: "set:ip-allowlist",
  position: POSITION.ipAllowlist,
  title: `Set ${IP_LIST}`,
  steps: onKeyScreen(
    `Switch “${IP_LIST}” on and enter the public address of the machine that uses this key. Separate several with commas.`,
    "If a provider runs the program, its help pages name the addresses to enter.",
  ),
  proof: "Kraken lists the addresses, and no block so wide that it lets everyone in.",
  progress: (facts) => {
    const found = reach(facts)
    if (found.state === "unknown") return { state: "unknown" }
    if (found.value === "anywhere" || facts.ipAllowlist.state === "unknown") return { state: "open" }
    const entries = countOf(facts.ipAllowlist.value.length, "address or block", "addresses or blocks")
    return { state: "done", saw: `${lister(facts)} now lists ${entries}` }
  },
} satisfies Fix)

export const narrowAddresses: Fix = Object.freeze({
  ...limit,
  id: "narrow:ip-allowlist",
  position: POSITION.ipAllowlist,
  title: `Narrow ${IP_LIST}`,
  steps: onKeyScreen(`Under “${IP_LIST}”, replace the wide block by the single addresses that really use this key.`),
  proof: "Kraken lists no wide block any more.",
  progress: (facts) => {
    if (facts.ipAllowlist.state === "unknown") return { state: "unknown" }
    const { value } = facts.ipAllowlist
    if (value.length === 0 || wideEntries(value).length > 0) return { state: "open" }
    return { state: "done", saw: `${lister(facts)} no longer lists a wide block` }
  },
} satisfies Fix)

export const setExpiry: Fix = Object.freeze({
  ...limit,
  id: "set:expiry",
  position: POSITION.validUntil,
  title: `Set ${EXPIRY}`,
  steps: onKeyScreen(
    `Switch “${EXPIRY}” on and choose a date within a year.`,
    "Put a reminder a week earlier into your calendar: the program stops when the key does.",
  ),
  proof: "Kraken shows a date after which the key stops working.",
  progress: (facts) => {
    const { validUntil } = facts
    if (validUntil.state === "unknown") return { state: "unknown" }
    if (validUntil.value === null) return { state: "open" }
    return { state: "done", saw: `${lister(facts)} now shows ${EXPIRY} ${dayOf(validUntil.value)}` }
  },
} satisfies Fix)

export const lowerNonceWindow: Fix = Object.freeze({
  ...limit,
  id: "lower:nonce-window",
  position: POSITION.nonceWindow,
  title: `Lower ${NONCE_WINDOW}`,
  steps: onKeyScreen(
    `Switch “${NONCE_WINDOW}” off, or enter the smallest number with which the program works. Try 0 first.`,
    "If the program then reports invalid nonces, raise the number step by step.",
  ),
  proof: `Kraken shows a smaller ${NONCE_WINDOW}, or 0.`,
  progress: (facts, before) => {
    if (facts.nonceWindow.state === "unknown" || before.nonceWindow.state === "unknown") return { state: "unknown" }
    if (facts.nonceWindow.value >= before.nonceWindow.value) return { state: "open" }
    return { state: "done", saw: `${lister(facts)} now shows ${NONCE_WINDOW} ${facts.nonceWindow.value}` }
  },
} satisfies Fix)

export const reviewQueryDates: Fix = Object.freeze({
  kind: "check",
  permission: null,
  id: "check:query-dates",
  position: POSITION.queryDates,
  title: `Check ${QUERY_FROM} and ${QUERY_TO}`,
  steps: onKeyScreen(`If the program needs the whole history, switch “${QUERY_FROM}” and “${QUERY_TO}” off.`),
  proof: "Kraken shows neither date.",
  progress: ({ queryFrom, queryTo, source }) => {
    if (queryFrom.state === "unknown" || queryTo.state === "unknown") return { state: "unknown" }
    if (queryFrom.value !== null || queryTo.value !== null) return { state: "open" }
    return { state: "done", saw: `${lister({ source })} no longer shows query dates` }
  },
} satisfies Fix)
