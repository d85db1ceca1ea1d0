import type { Purpose } from "./purpose"

type Given = "kind" | "aliases" | "optional" | "wishes" | "ipAllowlistPossible" | "nonceScale" | "furtherSources"

type UseCase = Omit<Purpose, Given | "keeps"> & Partial<Pick<Purpose, "keeps">>

const NOBODY_ASKS = { ipAllowlist: null, nonceWindow: null, expiry: null, twoFactor: null } as const

/** A purpose that belongs to no particular program: nothing is known of how its program counts, and nothing speaks against an IP list. */
export function defineUseCase(useCase: UseCase): Purpose {
  return {
    kind: "use-case",
    aliases: [],
    optional: [],
    keeps: [],
    wishes: NOBODY_ASKS,
    ipAllowlistPossible: true,
    nonceScale: null,
    furtherSources: [],
    ...useCase,
  }
}

/** Marks calls that the purpose cannot do without. */
export function always(...calls: readonly string[]): Purpose["calls"] {
  return calls.map((call) => ({ call, when: "always" }))
}

/** Marks calls of features that a person may leave unused. */
export function optional(...calls: readonly string[]): Purpose["calls"] {
  return calls.map((call) => ({ call, when: "optional" }))
}
