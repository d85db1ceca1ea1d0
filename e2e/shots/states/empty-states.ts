/** Pages before there is a key: no session, nothing added, sample keys closed and open. */
import { randomBytes } from "node:crypto"
import type { Page } from "playwright/test"
import { openAt, type PageState, type StagePlan } from "../stage"

const madeUpSecret = () => randomBytes(64).toString("base64")
const madeUpKey = () => randomBytes(42).toString("base64")

/** A page that is told apart by a text on it. */
function at(path: string, name: string, text: string, then?: (page: Page) => Promise<unknown>): PageState {
  return {
    name,
    show: async (page, stage) => {
      await openAt(page, stage, path)
      await page.getByText(text).first().waitFor()
      await then?.(page)
    },
  }
}

const outside = (name: string, hash: string): PageState => ({
  name,
  show: async (page, { keytrim }) => {
    await page.goto(`${keytrim.url}/${hash}`)
    await page.getByRole("heading", { name: /^Press Enter/ }).waitFor()
  },
})

/** The page waits for an answer that does not come. */
const loading = (name: string, path: string, request: string): PageState => ({
  name,
  show: async (page, stage) => {
    await page.route(request, () => new Promise<void>(() => {}))
    await openAt(page, stage, path)
    await page.getByRole("status").first().waitFor({ state: "attached" })
  },
})

const fields = (page: Page) => ({
  key: page.getByLabel("API key", { exact: true }),
  secret: page.getByLabel("Private key", { exact: true }),
})

const addStates: readonly PageState[] = [
  at("/add", "add", "Paste your key"),
  at("/add", "add-with-problems", "Paste your key", async (page) => {
    await fields(page).secret.fill(randomBytes(48).toString("base64"))
    await page.getByRole("button", { name: "Add and read the key" }).click()
    await page.getByRole("alert").first().waitFor()
  }),
  at("/add", "add-swapped", "Paste your key", async (page) => {
    await fields(page).key.fill(madeUpSecret())
    await fields(page).secret.fill(madeUpKey())
    await fields(page).secret.blur()
    await page.getByText("These two seem to be swapped").waitFor()
  }),
  at("/add", "add-counter", "Paste your key", async (page) => {
    await fields(page).key.fill(madeUpKey())
    await fields(page).secret.fill(madeUpSecret())
    await page.getByRole("radio", { name: /^Yes, a fixed password/ }).check()
    await page.getByRole("radio", { name: /counter/i }).check()
    await page.getByText(/^After this reading the program’s calls are refused/).waitFor()
  }),
]

export const emptyStage: StagePlan = {
  name: "nothing yet",
  keys: [],
  states: [
    outside("no-session", ""),
    outside("no-session-link-refused", "#code=made-up"),
    at("/", "start-0-keys", "Add your first key"),
    at("/", "start-0-keys-with-a-key-entered", "Add your first key", async (page) => {
      await fields(page).key.fill(madeUpKey())
      await page.getByText("How does the program on this key count its calls?").waitFor()
    }),
    loading("start-loading", "/", "**/api/keys"),
    ...addStates,
    at("/apps", "apps", "Leave off Withdraw, Earn"),
    at("/apps", "apps-nothing-found", "Leave off Withdraw, Earn", async (page) => {
      await page.getByRole("searchbox").fill("koinyl")
      await page.getByText("Nothing fits this search").waitFor()
    }),
    loading("apps-loading", "/apps", "**/api/apps"),
    at("/apps/hummingbot", "app-that-asks-for-too-much", "Hummingbot asks for 10 boxes"),
    at("/apps/hummingbot", "app-compare-without-keys", "Hummingbot asks for 10 boxes", async (page) => {
      await page.getByRole("button", { name: "Compare my key" }).click()
      await page.getByText("No key is here yet.").waitFor()
    }),
    at("/apps/bitcoin-dca", "app-with-a-feature-on", "Only if you use it", async (page) => {
      await page.getByRole("checkbox", { name: /withdraw funds/ }).check()
      await page.getByText(/can trade and withdraw/).waitFor()
    }),
    at("/apps/fireblocks", "app-with-published-addresses", "Check with them first"),
    at("/apps/ccxt", "app-too-little-known", "What stands in for it"),
    at("/apps/gekko", "app-discontinued", "was discontinued"),
    at("/apps/made-up-id", "app-unknown", "Keytrim knows no such application"),
    loading("app-loading", "/apps/hummingbot", "**/api/apps/hummingbot"),
    at("/settings", "settings", "No secret is in memory."),
    at("/try", "try-closed", "Open the sample keys"),
    at("/try/kraken", "try-kraken-closed", "The sample keys are not open"),
    at("/no-such-page", "not-found", "There is no such page"),
    at("/keys/made-up-id", "key-gone", "Keytrim does not have this key"),
    loading("key-loading", "/keys/made-up-id", "**/api/keys/made-up-id"),
  ],
}

async function openSamples(page: Page): Promise<void> {
  const open = page.getByRole("button", { name: "Open the sample keys" })
  const close = page.getByRole("button", { name: "Close the sample keys" })
  await open.or(close).first().waitFor()
  if (await open.isVisible()) await open.click()
  await close.waitFor()
}

const withSamples = (path: string, name: string, then?: (page: Page) => Promise<unknown>): PageState => ({
  name,
  show: async (page, stage) => {
    await openAt(page, stage, "/try")
    await openSamples(page)
    if (path !== "/try") await page.goto(`${stage.keytrim.url}${path}`)
    await then?.(page)
  },
})

export const sampleStage: StagePlan = {
  name: "sample keys",
  keys: [],
  states: [
    withSamples("/try", "try"),
    withSamples("/try/kraken", "try-kraken", (page) => page.getByRole("form").waitFor()),
    withSamples("/try/kraken", "try-kraken-saved", async (page) => {
      await page.getByRole("checkbox", { name: "Export data" }).click()
      await page.getByRole("button", { name: "Save" }).click()
      await page.getByText("Saved here.").waitFor()
    }),
    withSamples("/", "start-0-keys-samples-open", (page) => page.getByText("sample keys are open").waitFor()),
    withSamples("/try", "sample-key", async (page) => {
      await page.getByRole("link", { name: "hummingbot", exact: true }).click()
      await page.waitForURL(/\/keys\//)
      await page.getByRole("button", { name: /^Read/ }).first().click()
      await page.getByRole("row").first().waitFor()
      await page.getByRole("button", { name: "Hummingbot", exact: true }).click()
      await page
        .getByRole("heading", { name: /^Untick/ })
        .first()
        .waitFor()
    }),
  ],
}
