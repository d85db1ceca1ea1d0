/**
 * Everything that changes on the server, in one object. The framework evaluates a server module several times in one process, so a
 * session or a lock at module level would exist several times; `globalThis` is what all copies share. They share no classes: nothing
 * here may be asked for its class, only called.
 */
import "server-only"
import type { Destination } from "./destination"
import type { Idle } from "./idle"
import type { Keys } from "./keys"
import type { Live } from "./live"
import type { Runs } from "./runs"
import type { SampleKeys } from "./sample-keys"
import type { Sessions } from "./session"
import type { SessionParts } from "./session-view"

/** Where the dashboard is served; the only name under which it may be asked for. */
export interface Address {
  /** `127.0.0.1:PORT`, exactly as browsers send it in Host. */
  readonly host: string
  /** `http://127.0.0.1:PORT`, exactly as browsers send it in Origin. */
  readonly origin: string
}

export interface World extends SessionParts {
  readonly sessions: Sessions
  readonly live: Live
  readonly runs: Runs
  readonly keys: Keys
  readonly samples: SampleKeys
  readonly idle: Idle
  /** Where real keys' calls go. */
  readonly destination: Destination
  /** null until the launcher has found a port; nothing is answered until then. */
  address(): Address | null
  listensOn(port: number): void
  /** Hears of what nobody foresaw: where, and the error, whose text must not be printed. */
  onUnexpected(where: string, problem: unknown): void
  /** Stops all runs, wipes the secrets and frees the data folder. */
  close(): Promise<void>
}

const PLACE = Symbol.for("keytrim")

const shared: typeof globalThis & { [PLACE]?: World } = globalThis

/** For the launcher: lets every copy of every module find this world. */
export function installWorld(world: World): void {
  shared[PLACE] = world
}

export function getWorld(): World {
  const world = shared[PLACE]
  if (!world) throw new Error("Keytrim's server was not started by its own launcher: run npm start")
  return world
}
