/** The page of one key, from the first look to the finished key. Every state has a key of its own. */
import type { Page } from "playwright/test"
import type { NonceScale } from "@/lib/catalog/nonce-scales"
import type { PermissionId } from "@/lib/catalog/permission-ids"
import type { KeySpec } from "@/lib/sandbox/sandbox-key"
import { GET_API_KEY_INFO, openAt, type PageState, type Stage, type StagePlan } from "../stage"
import { forgotten, LONG_NAME, partlyKnown, tell, told } from "./retold"

interface KeyState {
  readonly name: string
  readonly spec: KeySpec
  readonly purposeIds?: readonly string[]
  readonly nonceScale?: NonceScale
  readonly unread?: boolean
  /** Before the page is opened. */
  readonly first?: (stage: Stage, keyId: string, page: Page) => Promise<unknown> | unknown
  /** On the open page. */
  readonly open?: (page: Page) => Promise<unknown>
}

const EXCESS: PermissionId[] = ["query-funds", "query-closed-trades", "query-ledger", "export-data", "withdraw-funds"]

const bound = (id: string, permissions: readonly string[], changes: Partial<KeySpec> = {}): KeySpec => ({
  ...{ id, name: id, lesson: "", permissions, ageDays: 30, ipAllowlist: ["127.0.0.1"], expiresInDays: 80 },
  ...changes,
})

const loose = (id: string, changes: Partial<KeySpec> = {}): KeySpec => ({
  ...{ id, name: LONG_NAME, lesson: "", permissions: EXCESS, ageDays: 900 },
  ...changes,
})

/** A key with more boxes than its purpose needs, opened and looked at. */
const excess = (name: string, open?: KeyState["open"]): KeyState => ({
  name,
  spec: loose(name),
  purposeIds: ["koinly"],
  ...(open ? { open } : {}),
})

const refuse = ({ kraken }: Stage, error: string) =>
  kraken.sandbox.faults.next({ kind: "errors", errors: [error] }, { times: 3, path: GET_API_KEY_INFO })

async function readAgain({ api, kraken }: Stage, keyId: string): Promise<void> {
  await api.read(keyId)
  kraken.sandbox.faults.clear()
}

const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click()

const readings: readonly KeyState[] = [
  { name: "key-unread", spec: bound("unread", ["query-funds"]), unread: true },
  {
    name: "key-reading",
    spec: bound("reading", ["query-funds"]),
    nonceScale: "unknown",
    unread: true,
    // Longer than it is looked at, shorter than a reading may take.
    first: ({ kraken }) => kraken.sandbox.faults.next({ kind: "delay", ms: 9_000 }, { path: GET_API_KEY_INFO }),
    open: async (page) => {
      await press("Read this key")(page)
      await page.getByRole("button", { name: "Stop" }).waitFor()
    },
  },
  {
    name: "key-reading-again",
    spec: loose("reading-again"),
    purposeIds: ["koinly"],
    first: ({ kraken }) => kraken.sandbox.faults.next({ kind: "delay", ms: 9_000 }, { path: GET_API_KEY_INFO }),
    open: async (page) => {
      await press("Read again")(page)
      await page.getByRole("button", { name: "Stop" }).waitFor()
    },
  },
  {
    name: "key-refused",
    spec: bound("refused", ["query-funds"]),
    unread: true,
    first: async (stage, keyId) => {
      refuse(stage, "EAPI:Invalid key")
      await readAgain(stage, keyId)
    },
  },
  {
    name: "key-nonce-refused",
    spec: bound("nonce-refused", ["query-funds"]),
    unread: true,
    nonceScale: "unknown",
    first: async (stage, keyId) => {
      refuse(stage, "EAPI:Invalid nonce")
      await readAgain(stage, keyId)
    },
  },
  {
    name: "key-failed-after-a-reading",
    spec: loose("failed-later"),
    purposeIds: ["koinly"],
    first: async (stage, keyId) => {
      refuse(stage, "EService:Unavailable")
      await readAgain(stage, keyId)
    },
  },
]

const results: readonly KeyState[] = [
  { name: "key-without-purpose", spec: loose("no-purpose") },
  excess("key-excess"),
  {
    name: "key-missing",
    spec: bound("missing", ["query-funds", "query-open-trades", "modify-trades", "close-trades"]),
    purposeIds: ["freqtrade"],
  },
  {
    name: "key-partly-done",
    spec: loose("partly-done"),
    purposeIds: ["koinly"],
    first: async (stage, keyId) => {
      stage.kraken.sandbox.editKey("partly-done", { permissions: EXCESS.filter((id) => id !== "withdraw-funds") })
      await readAgain(stage, keyId)
    },
  },
  {
    name: "key-finished",
    spec: bound("finished", ["query-funds", "export-data"], { name: "moneymoney" }),
    purposeIds: ["moneymoney"],
    first: async (stage, keyId) => {
      stage.kraken.sandbox.editKey("finished", { permissions: ["query-funds"] })
      await readAgain(stage, keyId)
    },
  },
  {
    name: "key-unknown-word",
    spec: bound("unknown-word", ["query-funds", "sample-new-permission"]),
    purposeIds: ["balances"],
  },
  {
    name: "key-not-known",
    spec: loose("not-known"),
    purposeIds: ["koinly"],
    first: (_, keyId, page) => tell(page, keyId, partlyKnown),
  },
  {
    name: "key-told",
    spec: loose("told"),
    purposeIds: ["moneymoney"],
    first: (_, keyId, page) => tell(page, keyId, told),
  },
  {
    name: "key-secret-gone",
    spec: loose("secret-gone"),
    purposeIds: ["koinly"],
    first: (_, keyId, page) => tell(page, keyId, forgotten),
  },
]

const opened: readonly KeyState[] = [
  excess("key-transcript", (page) => page.getByText(/^Sent to /).click()),
  excess("key-why", (page) => page.getByText("Why", { exact: true }).first().click()),
  excess("key-row-open", press("Withdraw")),
  excess("key-purpose-dialog", async (page) => {
    await press(/^Change what the key is for/)(page)
    await page.getByRole("dialog").getByRole("searchbox").waitFor()
  }),
  excess("key-scale-dialog", press(/how the program counts/)),
  excess("key-remove-dialog", press("Remove")),
  {
    name: "key-counter-warning",
    spec: loose("counter"),
    purposeIds: ["koinly"],
    nonceScale: "counter",
    open: press("Read again"),
  },
]

function stateOf({ name, spec, purposeIds, nonceScale, unread = false, first, open }: KeyState): PageState {
  return {
    name,
    show: async (page, stage) => {
      const keyId = await stage.api.add(stage.kraken.credentials(spec.id), nonceScale)
      if (!unread) await stage.api.read(keyId)
      if (purposeIds) await stage.api.say(keyId, purposeIds)
      await first?.(stage, keyId, page)
      await openAt(page, stage, `/keys/${keyId}`)
      await page.getByText(/^Sent to /).waitFor()
      await open?.(page)
    },
  }
}

const stageOf = (name: string, states: readonly KeyState[]): StagePlan => ({
  name,
  keys: states.map(({ spec }) => spec),
  states: states.map(stateOf),
})

export const readingStage = stageOf("reading a key", [...readings, ...opened])
export const resultStage = stageOf("what a key may do", results)
/** On its own, since a lockout pauses the calls of every key. */
export const pausedStage = stageOf("calls are paused", [
  {
    name: "key-locked-out",
    spec: bound("locked-out", ["query-funds"]),
    unread: true,
    first: async (stage, keyId) => {
      refuse(stage, "EGeneral:Temporary lockout")
      await readAgain(stage, keyId)
    },
  },
])
