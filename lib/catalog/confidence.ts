/** How firmly a statement stands. None of them was tried against a live account. */
export const CONFIDENCE_GRADES = [
  { id: "official", means: "Kraken's current documentation says so." },
  {
    id: "official-unclear",
    means: "Kraken says so in an older text, indirectly, or with another of its pages against it.",
  },
  { id: "third-party", means: "Others have seen or described it; Kraken does not document it." },
  { id: "inferred", means: "We concluded it from the other statements." },
] as const

export type Confidence = (typeof CONFIDENCE_GRADES)[number]["id"]
