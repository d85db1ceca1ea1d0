/** Finds a Kraken credential in whatever a person pastes: bare texts, lines with labels, .env files, JSON. Never throws, keeps nothing. */
import { isKeyShape, isSecretShape, withoutCopyingMarks } from "./credential-shape"

export interface FoundCredential {
  readonly apiKey?: string
  readonly secret?: string
  readonly otp?: string
}

type Part = "apiKey" | "secret" | "otp"

interface Labelled {
  readonly name: string
  readonly value: string
}

/** A pasted text, taken apart: what stood behind a name, what stood alone. */
interface Reading {
  readonly labelled: Labelled[]
  /** Lines of base64 characters only: whole texts, or pieces of one that was wrapped. */
  readonly pieces: string[]
  /** Long words out of any other line. */
  readonly words: string[]
}

// A longer text is a file of another kind, and reading it would only take time.
const TEXT_LENGTH_MAX = 100_000
const PIECES_MAX = 60
const SECRET_PIECES_MAX = 12
/** A key has no mark of its own to end at: joined from many pieces, any text would do. */
const KEY_PIECES_MAX = 2
/** Shorter words are never a part of a credential. */
const WORD_LENGTH_MIN = 40
/** A piece of this length is worth showing in its field, so that the field can say what is wrong with it. */
const PIECE_LENGTH_MIN = 20

const PARTS: readonly (readonly [Part, RegExp])[] = [
  ["otp", /(otp|(2fa|twofactor|onetime)(code|password)?)$/],
  ["secret", /(secret|secretkey|privatekey|privkey)$/],
  ["apiKey", /(apikey|publickey|key)$/],
]
const PLAIN_PREFIX = /^(my|your|rest|spot)?(api)?$/
/** Names of secrets that are not the key's own. */
const FOREIGN_PREFIX = /otp|2fa|jwt|webhook|session|client/

// A key, too, may begin with two slashes.
const COMMENT = /^\s*(#|;|--|\/\/(?![A-Za-z0-9+/]{38}))/
const QUOTED = /["'`]?([A-Za-z0-9][\w.-]*(?: [\w.-]+)*)["'`]?\s*(?::|=>?)\s*(["'`])(.*?)\2/g
const UNQUOTED = /^\s*(?:export\s+|set\s+|\$env:|[-*]\s+)?([A-Za-z0-9][\w .-]{0,39}?)\s*[:=]\s*(.*)$/

const fits = (part: Part, value: string) =>
  part === "secret" ? isSecretShape(value) : part === "apiKey" && isKeyShape(value)

/** How surely a name means this part of a Kraken credential; 0: not at all. */
function sureness(prefix: string, part: Part, value: string): number {
  if (FOREIGN_PREFIX.test(prefix)) return 0
  const shape = fits(part, value) ? 2 : 0
  if (prefix.includes("futures")) return shape / 2
  if (prefix.includes("kraken")) return shape + 4
  return PLAIN_PREFIX.test(prefix) ? shape + 1 : shape
}

function partOf(name: string): { readonly part: Part; readonly prefix: string } | null {
  const bare = name.toLowerCase().replace(/[^a-z0-9]/g, "")
  for (const [part, pattern] of PARTS) {
    const match = pattern.exec(bare)
    if (match) return { part, prefix: bare.slice(0, match.index) }
  }
  return null
}

/** What stands behind an unquoted name; a comment or a comma there belongs to the file. */
function unquotedValue(rest: string): string {
  return rest
    .replace(/(^|\s)(#|\/\/\s).*$/, "")
    .replace(/[\s,;"'`]+$/, "")
    .replace(/^[\s"'`]+/, "")
}

function labelledIn(line: string): Labelled[] {
  const quoted = [...line.matchAll(QUOTED)].map(([, name = "", , value = ""]) => ({
    name,
    // Some programs write a slash inside JSON as \/, and a line break as \n.
    value: value.replace(/\\\//g, "/").replace(/\\[nrt]/g, ""),
  }))
  if (quoted.length > 0) return quoted
  const [, name, rest] = UNQUOTED.exec(line) ?? []
  return name === undefined || rest === undefined ? [] : [{ name, value: unquotedValue(rest) }]
}

/** The line as one piece, where nothing but base64 stands in it; null otherwise. */
function pieceIn(line: string): string | null {
  const text = line.trim().replace(/^["'`]|["'`]?[,;]?$/g, "")
  if (/^(?=.)[A-Za-z0-9+/]*={0,2}$/.test(text)) return /^[A-Za-z0-9]*key=$|secret=$/i.test(text) ? null : text
  const joined = withoutCopyingMarks(text)
  return isSecretShape(joined) || isKeyShape(joined) ? joined : null
}

/** Completes a labelled value that was wrapped over the following lines; returns how many of them belong to it. */
function completed(first: string, part: Part, following: readonly (string | null)[]): { value: string; lines: number } {
  let value = withoutCopyingMarks(first)
  for (let lines = 0; lines <= following.length; lines++) {
    if (fits(part, value)) return { value, lines }
    const next = following[lines]
    if (next == null || part === "otp") break
    value += next
  }
  // A label on a line of its own: what follows is its value, whole or not.
  const alone = first === "" ? following[0] : null
  return alone != null ? { value: alone, lines: 1 } : { value: first, lines: 0 }
}

function takeApart(text: string): Reading {
  const reading: Reading = { labelled: [], pieces: [], words: [] }
  const lines = text
    .slice(0, TEXT_LENGTH_MAX)
    // A break just before the padding would leave a secret that looks whole without it.
    .replace(/[\r\n]+\s*(={1,2})(?=\s|$)/g, "$1")
    .split(/[\r\n]+/)
  const pieces = lines.map(pieceIn)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ""
    const piece = pieces[at]
    if (piece != null) {
      reading.pieces.push(piece)
      continue
    }
    if (COMMENT.test(line)) continue
    const labelled = labelledIn(line)
    const last = labelled.at(-1)
    const meant = last ? partOf(last.name) : null
    if (last && meant) {
      const { value, lines: taken } = completed(last.value, meant.part, pieces.slice(at + 1))
      labelled.splice(-1, 1, { name: last.name, value })
      at += taken
    }
    if (labelled.length > 0) reading.labelled.push(...labelled)
    else reading.words.push(...line.split(/[^A-Za-z0-9+/=]+/).filter((word) => word.length >= WORD_LENGTH_MIN))
  }
  return reading
}

/** The surest value for each part; the first one where several are equally sure. */
function byName(labelled: readonly Labelled[]): FoundCredential {
  const best = new Map<Part, { value: string; sure: number }>()
  for (const { name, value } of labelled) {
    const meant = partOf(name)
    if (!meant || value === "") continue
    const tidy = meant.part === "otp" ? value : withoutCopyingMarks(value)
    const sure = sureness(meant.prefix, meant.part, tidy)
    if (sure > (best.get(meant.part)?.sure ?? 0)) best.set(meant.part, { value: tidy, sure })
  }
  return Object.fromEntries([...best].map(([part, { value }]) => [part, value]))
}

interface Range {
  readonly from: number
  readonly count: number
}

/** A key and the first piece of a secret can have a secret's length together, but not its padding. */
function areWhole(part: Part, pieces: readonly string[]): boolean {
  const text = pieces.join("")
  return fits(part, text) && (part === "apiKey" || pieces.length === 1 || text.endsWith("=="))
}

/** The fewest neighbouring pieces that together have the shape of `part`. */
function rangeOf(pieces: readonly string[], part: Part, countMax: number): Range | null {
  for (let count = 1; count <= Math.min(countMax, pieces.length); count++) {
    for (let from = 0; from + count <= pieces.length; from++) {
      if (areWhole(part, pieces.slice(from, from + count))) return { from, count }
    }
  }
  return null
}

function byShape({ pieces, words }: Reading): FoundCredential {
  const rest = pieces.slice(0, PIECES_MAX)
  const take = (part: Part, countMax: number) => {
    const range = rangeOf(rest, part, countMax)
    return range ? rest.splice(range.from, range.count).join("") : words.find((word) => fits(part, word))
  }
  // The secret first: its padding shows where it ends, so it cannot swallow a piece of the key.
  const secret = take("secret", SECRET_PIECES_MAX)
  const apiKey = take("apiKey", KEY_PIECES_MAX)
  return { ...(apiKey === undefined ? {} : { apiKey }), ...(secret === undefined ? {} : { secret }) }
}

/** Texts that stand alone but fit nothing: in the order in which Kraken shows key and secret, so that their fields can say what is wrong. */
function byOrder({ pieces }: Reading): FoundCredential {
  const [first, second] = pieces.filter((piece) => piece.length >= PIECE_LENGTH_MIN)
  if (first === undefined) return {}
  if (second !== undefined) return { apiKey: first, secret: second }
  // Nearer to the 88 characters of a secret than to the 56 of a key.
  return first.length > 72 ? { secret: first } : { apiKey: first }
}

/** What of a credential the text holds. Shapes are not judged here: see `checkKeyShape` and `checkSecretShape`. */
export function readCredentialText(text: string): FoundCredential {
  const reading = takeApart(text)
  const found = { ...byShape(reading), ...byName(reading.labelled) }
  return Object.keys(found).length > 0 ? found : byOrder(reading)
}
