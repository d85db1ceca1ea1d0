/** The newest month in which any source of the catalogue was read. A constant, so that a page can say it without loading the tables. */
export const FACTS_SEEN = "2026-11"
