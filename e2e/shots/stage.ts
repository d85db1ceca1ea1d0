/** Where states of pages are shown: a Keytrim of its own, and a server on this machine with the keys that it is to read. */
import type { Page } from "playwright/test"
import type { KeySpec } from "@/lib/sandbox/sandbox-key"
import { type DashboardApi, openDashboardApi } from "../support/dashboard-api"
import { type Keytrim, startKeytrim } from "../support/keytrim"
import { type LoopbackSandbox, startLoopbackSandbox } from "../support/loopback-sandbox"

export interface Stage {
  readonly keytrim: Keytrim
  readonly kraken: LoopbackSandbox
  readonly api: DashboardApi
  end(): Promise<void>
}

/** One thing that a page can look like. */
export interface PageState {
  readonly name: string
  /** Brings a fresh page into this state and waits until it stands. */
  readonly show: (page: Page, stage: Stage) => Promise<unknown>
}

/** States that may share one Keytrim, each independent of the others and of their order. */
export interface StagePlan {
  readonly name: string
  readonly keys: readonly KeySpec[]
  readonly prepare?: (stage: Stage) => Promise<void>
  readonly states: readonly PageState[]
}

export async function startStage({ keys, prepare }: StagePlan): Promise<Stage> {
  const kraken = await startLoopbackSandbox(keys)
  const keytrim = await startKeytrim({ KRAKEN_API_URL: kraken.url, KEYTRIM_TIER: "pro" })
  const stage = {
    kraken,
    keytrim,
    api: await openDashboardApi(keytrim),
    end: async () => {
      await keytrim.stop()
      await kraken.close()
    },
  }
  await prepare?.(stage)
  return stage
}

/** Opens a page with a session of its own, as a link from the terminal would. */
export async function openAt(page: Page, { keytrim }: Stage, path: string): Promise<void> {
  const link = new URL(await keytrim.newLink())
  await page.goto(`${keytrim.url}${path}${link.hash}`)
  await page.getByRole("main").waitFor()
}

export const GET_API_KEY_INFO = "/0/private/GetApiKeyInfo"
