import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import path from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import type { Clock } from "@/lib/core/clock"

export const realSleep: Pick<Clock, "sleep"> = {
  sleep: (ms, signal) => sleep(ms, undefined, signal ? { signal } : {}),
}

/** A data folder for one test, and how to remove it. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), "keytrim-history-"))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
