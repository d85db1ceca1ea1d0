/** The start page with one, six and forty keys. */
import { type FleetKey, FORTY_KEYS, SIX_KEYS } from "../fleet"
import { GET_API_KEY_INFO, openAt, type PageState, type Stage, type StagePlan } from "../stage"

/** At once, as far as Kraken's misbehaviour, which meets whoever calls next, allows. */
async function bring(stage: Stage, keys: readonly FleetKey[]): Promise<void> {
  const { api, kraken } = stage
  const added: { key: FleetKey; id: string }[] = []
  for (const key of keys) added.push({ key, id: await api.add(kraken.credentials(key.spec.id)) })
  const good = added.filter(({ key }) => key.progress === "read" || key.progress === "unavailable-later")
  await Promise.all(good.map(({ id }) => api.read(id)))
  await Promise.all(added.map(({ id, key }) => api.say(id, key.purposeIds)))
  for (const { id } of added.filter(({ key }) => key.progress.startsWith("unavailable"))) {
    kraken.sandbox.faults.next(
      { kind: "errors", errors: ["EService:Unavailable"] },
      { times: 3, path: GET_API_KEY_INFO },
    )
    await api.read(id)
    kraken.sandbox.faults.clear()
  }
}

const stageOf = (name: string, keys: readonly FleetKey[], states: readonly PageState[]): StagePlan => ({
  name,
  keys: keys.map(({ spec }) => spec),
  prepare: (stage) => bring(stage, keys),
  states,
})

/** The list is there once the name of its first key is. */
function list(name: string, keys: readonly FleetKey[], then?: PageState["show"]): PageState {
  return {
    name,
    show: async (page, stage) => {
      await openAt(page, stage, "/")
      await page
        .getByText(keys[0]?.spec.name ?? "")
        .first()
        .waitFor()
      await then?.(page, stage)
    },
  }
}

const ONE_KEY = SIX_KEYS.slice(0, 1)

export const oneKeyStage = stageOf("one key", ONE_KEY, [
  list("start-1-key", ONE_KEY),
  {
    name: "settings-with-a-secret",
    show: async (page, stage) => {
      await openAt(page, stage, "/settings")
      await page.getByText("1 secret is in memory.").waitFor()
    },
  },
  {
    name: "settings-forget-dialog",
    show: async (page, stage) => {
      await openAt(page, stage, "/settings")
      await page.getByRole("button", { name: "Forget them now" }).click()
      await page
        .getByRole("dialog")
        .getByText(ONE_KEY[0]?.spec.name ?? "")
        .waitFor()
    },
  },
  {
    name: "idle-warning",
    show: async (page, stage) => {
      await openAt(page, stage, "/settings")
      await page.getByText("1 secret is in memory.").waitFor()
      // The page's clock alone moves on: the server still has time, and only the page believes that nobody was here.
      await page.clock.setFixedTime(Date.now() + 13.5 * 60_000)
      await page.getByRole("dialog", { name: "Still there?" }).waitFor()
    },
  },
])

export const sixKeysStage = stageOf("six keys", SIX_KEYS, [list("start-6-keys", SIX_KEYS)])

export const fortyKeysStage = stageOf("forty keys", FORTY_KEYS, [
  list("start-40-keys", FORTY_KEYS),
  list("start-40-keys-filtered", FORTY_KEYS, (page) => page.getByRole("button", { name: /^Can withdraw/ }).click()),
  list("start-40-keys-nothing-fits", FORTY_KEYS, async (page) => {
    await page.getByRole("searchbox").fill("no key is called this")
    await page.getByText("No key fits this search").waitFor()
  }),
])
