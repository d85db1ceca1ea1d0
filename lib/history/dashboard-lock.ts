import path from "node:path"
import { err, ok, type Result } from "@/lib/core/result"
import type { HistoryProblem } from "./history-problem"
import { type Held, tryHold } from "./lock-file"
import { preparePrivateFile, preparePrivateFolder } from "./private-folder"

/** One dashboard for each data folder: two would each believe that they alone know what is being read. Held until released or dead. */
export function lockDashboard(folder: string): Result<Held, HistoryProblem> {
  const file = path.join(folder, "dashboard.lock")
  const prepared = preparePrivateFolder(folder)
  if (!prepared.ok) return prepared
  const own = preparePrivateFile(file)
  if (!own.ok) return own
  const held = tryHold(file)
  if (held) return ok(held)
  return err({
    kind: "in-use",
    message: `Keytrim is already running with the data folder ${folder}. Use that window, stop it, or set another KEYTRIM_HOME.`,
  })
}
