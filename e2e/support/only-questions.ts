import { PROBES } from "@/lib/kraken/probes/index"

interface Account {
  readonly journal: readonly {
    readonly method: string
    readonly path: string
    readonly parameters: Readonly<Record<string, string>>
  }[]
  readonly accountUnchanged: boolean
}

/** Throws unless every line of the journal is a registered probe, to the letter, and the account is as it was. */
export function assertOnlyQuestions({ journal, accountUnchanged }: Account): void {
  const registered = new Set(PROBES.map(({ method, path, parameters }) => JSON.stringify([method, path, parameters])))
  const strange = journal.filter(
    ({ method, path, parameters }) => !registered.has(JSON.stringify([method, path, parameters])),
  )
  if (strange.length > 0)
    throw new Error(`not a registered probe: ${strange.map(({ method, path }) => `${method} ${path}`).join(", ")}`)
  if (!accountUnchanged) throw new Error("the account was changed")
}
