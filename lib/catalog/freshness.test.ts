import { expect, it } from "vitest"
import { ENDPOINTS } from "./endpoints"
import { FACTS_SEEN } from "./freshness"
import { KEY_PAGE, RESTRICTIONS, TWO_FACTOR_PLACE } from "./key-screen"
import { PERMISSIONS } from "./permissions"
import { PURPOSES } from "./purposes"

it("names the newest month in which a source was read", () => {
  const single = [...PERMISSIONS, ...RESTRICTIONS, ...PURPOSES, KEY_PAGE, TWO_FACTOR_PLACE].map(({ source }) => source)
  const months = [...single, ...ENDPOINTS.flatMap(({ sources }) => sources)].map(({ seen }) => seen)
  expect(FACTS_SEEN).toBe(months.sort().at(-1))
})
