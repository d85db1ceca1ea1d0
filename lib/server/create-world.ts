/** Puts the rooms together. Only the launcher and tests use this; pages and routes reach the result through `getWorld`. */
import "server-only"
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"
import { lockDashboard } from "@/lib/history/dashboard-lock"
import { type History, openHistory } from "@/lib/history/open-history"
import type { Transport } from "@/lib/kraken/contract"
import { createKraken } from "@/lib/kraken/read-key"
import { createTransport } from "@/lib/kraken/transport"
import { CredentialMemory } from "@/lib/vault/credential-memory"
import { version } from "@/package.json"
import type { Destination } from "./destination"
import type { Settings } from "./env"
import { Idle } from "./idle"
import { Keys } from "./keys"
import { createKrakenStore, createSampleStore } from "./kraken-store"
import { Live } from "./live"
import { machineClock } from "./machine-clock"
import { Runs } from "./runs"
import { SampleKeys } from "./sample-keys"
import { Sessions } from "./session"
import type { Address, World } from "./world"

export interface WorldOptions {
  readonly settings: Settings
  /** False where only sample keys may be used. */
  readonly realKeys?: boolean
  readonly clock?: Clock
  readonly transport?: Transport
  /** Hears of what nobody foresaw; must not print the error's text. */
  readonly onUnexpected?: (where: string, problem: unknown) => void
}

type Resolved = Required<WorldOptions>

function realDestination({ settings, clock, transport }: Resolved, history: History): Destination {
  const store = createKrakenStore(history)
  const origin = settings.krakenOrigin
  return {
    name: origin.kind === "kraken" ? "kraken" : "loopback",
    origin,
    tier: settings.tier,
    kraken: createKraken({ clock, transport, store }),
    breaker: () => store.loadBreaker(origin.url),
  }
}

function assemble(options: Resolved, history: History): Omit<World, "close"> {
  const { clock, transport, onUnexpected, realKeys } = options
  const live = new Live(clock)
  const runs = new Runs({ clock, live, onUnexpected })
  const credentials = new CredentialMemory()
  const destination = realDestination(options, history)
  const keys: Keys = new Keys({
    ...{ clock, live, runs, credentials, destination, realKeys },
    keyRef: history.keyRef,
    takeIn: (hold) => idle.takeIn(hold),
  })
  const sampleStore = createSampleStore()
  const samples = new SampleKeys({
    ...{ clock, live, keys, store: sampleStore },
    kraken: createKraken({ clock, transport, store: sampleStore }),
  })
  const idle = new Idle({
    clock,
    secretsHeld: () => keys.secretsHeld(),
    forgetSecrets: () => keys.forgetSecrets(),
  })
  let address: Address | null = null
  return {
    ...{ version, realKeys, destination, live, runs, keys, samples, idle, onUnexpected },
    sessions: new Sessions(clock),
    nowMs: () => clock.nowMs(),
    address: () => address,
    listensOn: (port) => {
      const host = `127.0.0.1:${port}`
      address = { host, origin: `http://${host}` }
    },
  }
}

/** Takes the data folder for itself. The error is one line for the terminal; nothing is held then. */
export function createWorld(options: WorldOptions): Result<World, string> {
  const { clock = machineClock, transport = createTransport(), onUnexpected = () => {} } = options
  // The framework's development server answers some paths of its own for any Host.
  const { realKeys = process.env.NODE_ENV !== "development" } = options
  const { home } = options.settings
  const lock = lockDashboard(home)
  if (!lock.ok) return err(lock.error.message)
  const history = openHistory(home, clock)
  if (!history.ok) {
    lock.value.release()
    return err(history.error.message)
  }
  const parts = assemble({ ...options, clock, transport, realKeys, onUnexpected }, history.value)
  return ok({
    ...parts,
    async close() {
      parts.idle.close()
      await parts.runs.stopAll()
      parts.keys.forgetSecrets()
      await parts.samples.close()
      history.value.close()
      lock.value.release()
    },
  })
}
