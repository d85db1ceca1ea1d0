/** Who may use the dashboard: tabs that were opened by a link from Keytrim's own terminal window. */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto"
import type { Clock } from "@/lib/core/clock"
import { err, ok, type Result } from "@/lib/core/result"

const CODE_LIFE_MS = 2 * 60_000
const TOKEN_BYTES = 32

interface IssuedCode {
  readonly hash: Buffer
  readonly endsAtMs: number
  /** The session that it opened. */
  tokenHash: Buffer | null
}

/** `used-twice`: somebody else may have read the link, so the session that it opened has ended too. */
export type CodeProblem = "not-valid" | "used-twice"

const newText = () => randomBytes(TOKEN_BYTES).toString("base64url")

const hashOf = (text: string) => createHash("sha256").update(text).digest()

/** Codes and tokens lie here as hashes only, and are compared in constant time. */
export class Sessions {
  readonly #clock: Pick<Clock, "nowMs">
  #codes: IssuedCode[] = []
  #tokenHashes: Buffer[] = []

  constructor(clock: Pick<Clock, "nowMs">) {
    this.#clock = clock
  }

  /** A code for one link: good once, for two minutes. */
  issueCode(): string {
    const code = newText()
    this.#dropOldCodes()
    this.#codes.push({ hash: hashOf(code), endsAtMs: this.#clock.nowMs() + CODE_LIFE_MS, tokenHash: null })
    return code
  }

  /** Exchanges a code for the token of a new session; several may be open, one for each tab. */
  open(code: string): Result<string, CodeProblem> {
    this.#dropOldCodes()
    const hash = hashOf(code)
    const issued = this.#codes.find((candidate) => timingSafeEqual(candidate.hash, hash))
    if (!issued) return err("not-valid")
    const { tokenHash } = issued
    if (tokenHash) {
      this.#tokenHashes = this.#tokenHashes.filter((open) => !open.equals(tokenHash))
      return err("used-twice")
    }
    const token = newText()
    issued.tokenHash = hashOf(token)
    this.#tokenHashes.push(issued.tokenHash)
    return ok(token)
  }

  holds(token: string): boolean {
    const hash = hashOf(token)
    // Every one is compared, so that the time taken says nothing about which one matched.
    return this.#tokenHashes.filter((open) => timingSafeEqual(open, hash)).length > 0
  }

  /** Ends all sessions, and takes back the links that were not opened yet. */
  endAll(): void {
    this.#codes = []
    this.#tokenHashes = []
  }

  #dropOldCodes(): void {
    const nowMs = this.#clock.nowMs()
    this.#codes = this.#codes.filter(({ endsAtMs }) => nowMs < endsAtMs)
  }
}
