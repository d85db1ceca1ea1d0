/** Brings a failure about: on a key's page, as a person would meet it, or in the headless audit. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import type { Page } from "playwright/test"
import { addKey } from "./add-key"
import type { FailureRecipe } from "./failure-recipes"
import { audit, type HeadlessRun } from "./headless"
import { type Keytrim, startKeytrim } from "./keytrim"
import { type Credentials, type LoopbackSandbox, startLoopbackSandbox } from "./loopback-sandbox"
import { openDashboard } from "./test"

export interface FailureScene {
  readonly kraken: LoopbackSandbox
  readonly keytrim: Keytrim
  readonly credentials: Credentials
  end(): Promise<void>
}

export async function failureScene(recipe: FailureRecipe): Promise<FailureScene> {
  const kraken = await startLoopbackSandbox()
  const keytrim = await startKeytrim({ KRAKEN_API_URL: kraken.url, KEYTRIM_TIER: "pro" })
  return {
    kraken,
    keytrim,
    credentials: recipe.prepare(kraken),
    end: async () => {
      await keytrim.stop()
      await kraken.close()
    },
  }
}

/** Adds the key and reads it until the failure is on its way. */
export async function failOnPage(
  page: Page,
  recipe: FailureRecipe,
  { kraken, keytrim, credentials }: FailureScene,
): Promise<void> {
  await openDashboard(page, keytrim)
  await addKey(page, keytrim, credentials)
  if (!recipe.between) return
  const ended = page.getByText(/^Read \d|Tried/).first()
  await ended.waitFor()
  recipe.between(kraken)
  const anyButton = page.getByRole("button", { name: /^Read again|^Read anyway/ }).first()
  await anyButton.waitFor()
  const again = page.getByRole("button", { name: "Read again" }).first()
  // After a lockout the button waits with the person; the server's own pause is what answers a second start.
  if (await again.isEnabled().catch(() => false)) await again.click()
  else await startRun(page)
}

/** Starts a reading past the page's own button, as a page left open in another tab could. */
async function startRun(page: Page): Promise<void> {
  const keyId = new URL(page.url()).pathname.split("/").at(-1)
  await page.evaluate(async (id) => {
    const token = Object.values(sessionStorage).find((text) => text.length > 30) ?? ""
    const headers = { "content-type": "application/json", "x-keytrim-session": token.replaceAll('"', "") }
    await fetch(`/api/keys/${id}/runs`, { method: "POST", headers, body: "{}" })
  }, keyId)
}

/** The same failure in the report that scripts read, with a data folder of its own. */
export async function failHeadless(
  recipe: FailureRecipe,
  kraken: LoopbackSandbox,
): Promise<{ readonly run: HeadlessRun; readonly credentials: Credentials }> {
  const home = mkdtempSync(path.join(tmpdir(), "keytrim-home-"))
  const credentials = recipe.prepare(kraken)
  const environment = {
    KEYTRIM_HOME: home,
    KRAKEN_API_URL: kraken.url,
    KRAKEN_API_KEY: credentials.apiKey,
    KRAKEN_API_SECRET: credentials.secret,
    ...(credentials.otp ? { KRAKEN_API_OTP: credentials.otp } : {}),
  }
  const words = ["--nonce-scale", "unused", "--format", "json"]
  if (recipe.between) {
    await audit(words, environment)
    recipe.between(kraken)
  }
  const run = await audit(words, environment)
  rmSync(home, { recursive: true, force: true })
  return { run, credentials }
}
