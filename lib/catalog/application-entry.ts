/** What a row of an application file stands for: a purpose, or a name about which there is something else to say. */
import type { Application, OwnApplication } from "./application-schema"
import type { Purpose } from "./purpose"

type Told = "id" | "title" | "aliases" | "category" | "summary" | "wishes" | "ipAllowlistPossible" | "notes"

interface About extends Readonly<Pick<Purpose, Told | "nameHints" | "confidence" | "furtherSources">> {
  /** null where nothing specific was found. */
  readonly source: Purpose["source"] | null
  /** When we last looked (YYYY-MM), whether anything was found or not. */
  readonly seen: string
}

/**
 * An application by its name. Only those of the kind "own" can be chosen as a key's purpose, under the same id; for "generic" one of
 * `useInstead` fits, those that need least first; for the rest a key with that name is not needed, or can probably go.
 */
export type ApplicationEntry = About &
  (
    | { readonly ship: "own"; readonly purpose: Purpose }
    | { readonly ship: "generic"; readonly useInstead: readonly string[] }
    | { readonly ship: "needs-no-key" | "discontinued" }
  )

const LEFT_OUT = { aliases: [], ipAllowlistPossible: true, furtherSources: [] }
const NO_WISHES: Purpose["wishes"] = { ipAllowlist: null, nonceWindow: null, expiry: null, twoFactor: null }

const NOTHING_FOUND = {
  summary: "Nothing specific about its Kraken keys was found.",
  notes: "Use the purpose that stands in for it, and tick another box only where it complains.",
  confidence: "none (nothing specific was found)",
  source: null,
}

/** Fills in what the row leaves out. */
export function purposeFrom(row: OwnApplication, category: Purpose["category"]): Purpose {
  return {
    kind: "application",
    category,
    calls: [],
    documented: [],
    optional: [],
    keeps: [],
    nonceScale: null,
    ...LEFT_OUT,
    ...row,
    wishes: { ...NO_WISHES, ...row.wishes },
  }
}

/** The file's name is the category. */
export function entryFrom(row: Application, category: Purpose["category"]): ApplicationEntry {
  if (!("standing" in row)) {
    const purpose = purposeFrom(row, category)
    return { ...aboutPurpose(purpose), ship: "own", purpose }
  }
  const common = { ...LEFT_OUT, category, wishes: NO_WISHES }
  if ("searched" in row) {
    const { standing, searched, ...told } = row
    return { ...common, ...NOTHING_FOUND, ...told, seen: searched, ship: standing }
  }
  const { standing, ...told } = row
  const about = { ...common, ...told, wishes: { ...NO_WISHES, ...row.wishes }, seen: row.source.seen }
  return "useInstead" in row
    ? { ...about, ship: "generic", useInstead: row.useInstead }
    : { ...about, ship: row.standing }
}

function aboutPurpose(purpose: Purpose): About {
  const { id, title, aliases, category, summary, wishes, ipAllowlistPossible, notes } = purpose
  const { nameHints, confidence, source, furtherSources } = purpose
  const named = { id, title, aliases, category, summary, wishes, ipAllowlistPossible, notes }
  return { ...named, nameHints, confidence, source, furtherSources, seen: source.seen }
}
