/** Views of a key that no server here can be brought to give, put in place of what the server said. */
import type { Page } from "playwright/test"
import { buildReport } from "@/lib/audit/build-report"
import { type ExampleKey, exampleKey } from "@/lib/audit/example-key"
import { trackChanges } from "@/lib/audit/track-changes"
import { purposeById } from "@/lib/catalog/purposes"
import type { KeyView } from "@/lib/protocol/key-view"

/** As long as Kraken lets a name be. */
export const LONG_NAME = "koinly tax years 2021-2023 (old)"

/** Puts the change between the server's answer and the page. */
export async function tell(page: Page, keyId: string, change: (view: KeyView) => KeyView): Promise<void> {
  await page.route(`**/api/keys/${keyId}`, async (route) => {
    const answer = await route.fetch()
    await route.fulfill({ response: answer, json: change(await answer.json()) })
  })
}

/** The view as it would be had the key been read so, judged by the real rules. */
function readAs(view: KeyView, example: ExampleKey): KeyView {
  const nowMs = Date.now()
  const facts = { ...exampleKey(example), readAt: new Date(nowMs).toISOString(), last4: view.last4 }
  const purposes = view.purposeIds.flatMap((id) => purposeById(id) ?? [])
  const { last4, nonceScale } = view
  return {
    ...view,
    name: facts.name.state === "known" ? facts.name.value : view.name,
    report: buildReport({ facts, purposes, probes: view.transcript, nowMs, last4, nonceScale }),
    changes: trackChanges({ readings: [facts], purposes, nowMs }),
  }
}

export const partlyKnown = (view: KeyView) =>
  readAs(view, {
    name: LONG_NAME,
    granted: ["query-funds", "query-closed-trades"],
    unknown: ["withdraw-funds", "query-ledger", "export-data"],
    unknownFields: ["ipAllowlist", "validUntil"],
  })

export const told = (view: KeyView) =>
  readAs(view, {
    name: "moneymoney, as I remember it",
    source: "told",
    granted: ["query-funds"],
    ipAllowlist: ["192.0.2.7"],
    validUntil: new Date(Date.now() + 60 * 86_400_000).toISOString(),
    createdAt: new Date(Date.now() - 30 * 86_400_000).toISOString(),
  })

export const forgotten = (view: KeyView): KeyView => ({ ...view, secret: "gone" })
