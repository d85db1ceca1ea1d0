import { statesAndSettings } from "./0001-states-and-settings"
import type { Migration } from "./migration"

/** In order; the last one's version is the form that this Keytrim writes. */
export const MIGRATIONS: readonly Migration[] = Object.freeze([statesAndSettings])
