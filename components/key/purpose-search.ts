import { CATEGORY_ORDER, categoryName } from "@/components/apps/entry-words"
import type { PurposeChoice } from "@/lib/protocol/session-view"

export interface PurposeSection {
  readonly title: string
  readonly purposes: readonly PurposeChoice[]
}

/** Without case and accents, so that "impot" finds "Impôt". */
function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase()
}

/** What matches every word of `wanted`, by category: applications before use cases, each in the catalogue's order. */
export function findPurposes(purposes: readonly PurposeChoice[], wanted: string): readonly PurposeSection[] {
  const words = plain(wanted).split(/\s+/).filter(Boolean)
  const matching = purposes.filter((purpose) => {
    const text = plain([purpose.title, ...purpose.aliases, purpose.summary, categoryName(purpose.category)].join(" "))
    return words.every((word) => text.includes(word))
  })
  const categories = [...new Set([...CATEGORY_ORDER, ...matching.map(({ category }) => category)])]
  return categories
    .map((category) => {
      const inIt = matching.filter((purpose) => purpose.category === category)
      const [applications, useCases] = [inIt.filter(isApplication), inIt.filter((purpose) => !isApplication(purpose))]
      return { title: categoryName(category), purposes: [...applications, ...useCases] }
    })
    .filter((section) => section.purposes.length > 0)
}

const isApplication = ({ kind }: PurposeChoice) => kind === "application"
