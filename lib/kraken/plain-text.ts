/** Length at which a text from the wire is cut, everywhere. */
export const TEXT_MAX = 200

// Control, format, surrogate, private-use and separator characters: invisible, or able to turn the direction of what stands around them.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/gu

/** A text from the wire as it may be shown: what cannot be seen is written out as `\u{…}`, and the whole is cut to 200 characters. */
export function plainText(text: string): string {
  const escaped = text
    .slice(0, TEXT_MAX * 2)
    .replace(INVISIBLE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
  if (escaped.length <= TEXT_MAX) return escaped
  // The cut may fall between the two halves of a character; half a one is left out.
  return `${escaped.slice(0, TEXT_MAX - 1).replace(/[\ud800-\udbff]$/, "")}…`
}
