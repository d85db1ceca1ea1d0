/** A sandbox in the test's own process, which Keytrim is pointed at as its user would point it at a server on the same machine. */
import { createSandbox, type NewKey, type Sandbox } from "@/lib/sandbox/sandbox"
import type { KeySpec } from "@/lib/sandbox/sandbox-key"
import { assertOnlyQuestions } from "./only-questions"

const realClock = {
  nowMs: () => Date.now(),
  sleep: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
}

export interface Credentials {
  readonly apiKey: string
  readonly secret: string
  readonly otp: string | null
}

export interface LoopbackSandbox {
  readonly sandbox: Sandbox
  readonly url: string
  /** Makes a key and returns its id. */
  make(key: Partial<NewKey> & { name: string }): string
  credentials(id: string): Credentials
  /** Rejects where anything but registered questions was asked, or the account was changed. */
  close(): Promise<void>
}

/** `keys` are there from the start, with the ages that they are given; `make` only makes new ones. */
export async function startLoopbackSandbox(keys: readonly KeySpec[] = []): Promise<LoopbackSandbox> {
  const sandbox = createSandbox({ clock: realClock, keys })
  const { url } = await sandbox.listen()
  return {
    sandbox,
    url,
    make(key) {
      const made = sandbox.createKey({
        permissions: ["query-funds"],
        ipAllowlist: ["127.0.0.1"],
        expiresInDays: 80,
        ...key,
      })
      if (!made.ok) throw new Error(made.error)
      return made.value.id
    },
    credentials(id) {
      const found = sandbox.credentialsOf(id)
      if (!found) throw new Error("there is no such key")
      return { apiKey: found.apiKey.expose(), secret: found.secret.expose(), otp: found.otp?.value.expose() ?? null }
    },
    async close() {
      await sandbox.close()
      assertOnlyQuestions({ journal: sandbox.journal(), accountUnchanged: sandbox.accountUnchanged() })
    },
  }
}
