import { url } from "node:inspector"
import { setTimeout as wait } from "node:timers/promises"
import { expect, it } from "vitest"
import { closeDebugger } from "./close-debugger"

it.skipIf(process.platform === "win32")("opens no debugger when a signal asks for one", async () => {
  // Any free port: a taken one would keep the debugger shut as well.
  process.debugPort = 0
  closeDebugger()
  process.kill(process.pid, "SIGUSR1")
  await wait(300)
  expect(url()).toBeUndefined()
})
