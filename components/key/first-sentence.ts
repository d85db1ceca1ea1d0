/** A text in two parts: its first sentence, to be shown, and what else there is to say, to be opened; "" where there is no more. */
export function firstSentence(text: string): { readonly first: string; readonly rest: string } {
  // A full stop ends a sentence only before a capital letter, a quote or a bracket: "e.g. 10.0.0.1" does not end one.
  const end = /[.!?][”"’)]?\s+(?=[\p{Lu}“"(])/u.exec(text)
  if (!end) return { first: text.trim(), rest: "" }
  const cut = end.index + end[0].trimEnd().length
  return { first: text.slice(0, cut).trim(), rest: text.slice(cut).trim() }
}
