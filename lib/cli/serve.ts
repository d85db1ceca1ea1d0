/** Serves Keytrim on this machine until it is told to stop. */
import { createInterface } from "node:readline"
import next from "next"
import { createWorld } from "@/lib/server/create-world"
import { readSettings, type Settings } from "@/lib/server/env"
import { createHttpServer } from "@/lib/server/http-server"
import { installWorld, type World } from "@/lib/server/world"
import { closeDebugger } from "./close-debugger"
import { listenFrom } from "./listen"
import { openBrowser } from "./open-browser"
import { stop } from "./stop"

const STOP_PATIENCE_MS = 3_000

function settingsOrStop(): Settings {
  const settings = readSettings({ env: process.env, execArgv: process.execArgv })
  return settings.ok ? settings.value : stop(settings.error.join("\n"))
}

function worldOrStop(settings: Settings): World {
  // Only where it happened is printed: an unforeseen error's text could hold anything.
  const onUnexpected = (where: string) =>
    process.stderr.write(`Something went wrong that Keytrim did not foresee (${where}).\n`)
  const world = createWorld({ settings, onUnexpected })
  return world.ok ? world.value : stop(world.error)
}

/** The link that begins a session: its code stands in the fragment, which browsers send nowhere, and serves once within two minutes. */
function newLink(world: World): string {
  return `${world.address()?.origin}/#code=${world.sessions.issueCode()}`
}

function printLink(link: string): void {
  process.stdout.write(
    `\n  ${link}\n\n  Open this link within two minutes; it works once. Press Enter for a new one, Ctrl+C to stop.\n`,
  )
}

function warnOfOtherPort(wanted: number, port: number): void {
  if (port === wanted) return
  process.stderr.write(
    `\nWARNING: port ${wanted} is taken by another program, so Keytrim uses ${port}. Open only the link below, never an old bookmark: what answers on port ${wanted} is not Keytrim.\n`,
  )
}

function warnOfForeignWorker(): void {
  process.stderr.write(
    "\nWARNING: another program answered at this address before and had left a script in your browser that could read along. Keytrim removed it and ended all sessions. Press Enter here for a new link. A key that you entered just before this warning may have been seen: delete it at Kraken.\n",
  )
}

function stopOn(signals: readonly NodeJS.Signals[], end: () => Promise<void>): void {
  let ending = false
  for (const signal of signals) {
    process.on(signal, () => {
      if (ending) process.exit(1)
      ending = true
      // A stream that a browser keeps open must not keep Keytrim, and the secrets in it, alive.
      setTimeout(() => process.exit(1), STOP_PATIENCE_MS).unref()
      void end().then(() => process.exit(0))
    })
  }
}

/** `root` is the folder that holds the built pages. Resolves once the dashboard is served and its link printed. Ends the process with one clear line when it cannot start. */
export async function serve(root: string): Promise<void> {
  closeDebugger()
  const settings = settingsOrStop()
  const world = worldOrStop(settings)
  installWorld(world)
  const pages = next({ dev: false, dir: root, hostname: "127.0.0.1", port: settings.port })
  const handle = pages.getRequestHandler()
  await pages.prepare()
  const server = createHttpServer(world, handle, warnOfForeignWorker)
  const port = await listenFrom(server, settings.port)
  world.listensOn(port)
  warnOfOtherPort(settings.port, port)
  stopOn(["SIGINT", "SIGTERM", "SIGHUP"], async () => {
    server.close()
    server.closeAllConnections()
    await world.close()
  })
  const link = newLink(world)
  printLink(link)
  void openBrowser(link)
  createInterface({ input: process.stdin }).on("line", () => printLink(newLink(world)))
}
