import { err, ok, type Result } from "@/lib/core/result"
import type { Signer } from "@/lib/core/signer"
import { type Credential, type CredentialProblem, parseOtp } from "./credential"
import { createSigner, type HeldSigner } from "./signer"

/** Holds credentials for this session only. What comes out is a signer; what is forgotten is wiped, and its signers stop working. */
export class CredentialMemory {
  readonly #signers = new Map<string, HeldSigner>()

  get size(): number {
    return this.#signers.size
  }

  has(id: string): boolean {
    return this.#signers.has(id)
  }

  /** A second credential under the same id replaces the first, which is wiped. */
  put(id: string, credential: Credential): void {
    this.forget(id)
    this.#signers.set(id, createSigner(credential))
  }

  /** null where nothing is held under this id. */
  signerFor(id: string): Signer | null {
    return this.#signers.get(id) ?? null
  }

  /** Gives the next call of this key its one-time code. */
  setOtpCode(id: string, code: string): Result<null, CredentialProblem> {
    const signer = this.#signers.get(id)
    if (!signer)
      return err({ field: "secret", code: "secret-missing", message: "The private key of this key is no longer held." })
    const otp = parseOtp({ kind: "code", value: code })
    if (!otp.ok) return otp
    signer.setOtp(otp.value)
    return ok(null)
  }

  forget(id: string): void {
    this.#signers.get(id)?.forget()
    this.#signers.delete(id)
  }

  forgetAll(): void {
    for (const id of [...this.#signers.keys()]) this.forget(id)
  }
}
