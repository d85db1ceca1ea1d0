/** A request that is not carried out: what the page is told, and with which status. */
export interface Refusal {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 422 | 500 | 503
  /** Stable, for programs. */
  readonly code: string
  /** For a person; never repeats a secret. */
  readonly message: string
  /** The input at fault. */
  readonly field: string | null
}

export function refusal(
  status: Refusal["status"],
  code: string,
  message: string,
  field: string | null = null,
): Refusal {
  return { status, code, message, field }
}
