/** From where a key works, told by its IP list. */
import ipaddr from "ipaddr.js"

export type Reach = "anywhere" | "listed"

interface Range {
  readonly family: "ipv4" | "ipv6"
  readonly first: bigint
  readonly last: bigint
}

/** A whole /8 is more than any provider needs, and a list that opens one keeps nobody out; likewise a /16 of IPv6. */
const ANYWHERE = { ipv4: 2n ** 24n, ipv6: 2n ** 112n } as const
/** A provider hands one customer at most a /24 of IPv4 or a /48 of IPv6; wider blocks hold strangers. */
const WIDE = { ipv4: 2n ** 8n, ipv6: 2n ** 80n } as const

const BITS = { ipv4: 32, ipv6: 128 } as const
/** IPv4 addresses can also be written as the IPv6 addresses from here on. */
const MAPPED_FIRST = 0xffff_0000_0000n
const MAPPED_LAST = 0xffff_ffff_ffffn

const sizeOf = ({ first, last }: Range): bigint => last - first + 1n

/** An entry's addresses: a single one, a block such as 192.0.2.0/24, or a range "from-to". null where it cannot be read. */
function rangeOf(entry: string): Range | null {
  const ends = entry.split("-").map((end) => end.trim())
  if (ends.length > 2) return null
  const first = blockOf(ends[0] ?? "")
  const last = blockOf(ends.at(-1) ?? "")
  if (!first || !last || first.family !== last.family || first.first > last.last) return null
  return asIpv4({ family: first.family, first: first.first, last: last.last })
}

function blockOf(text: string): Range | null {
  const single = ipaddr.isValid(text)
  if (!single && !ipaddr.isValidCIDR(text)) return null
  const [address, prefix] = single ? [ipaddr.parse(text), null] : ipaddr.parseCIDR(text)
  const family = address.kind()
  const size = 1n << BigInt(BITS[family] - (prefix ?? BITS[family]))
  const bytes = address.toByteArray().reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  const first = bytes - (bytes % size)
  return { family, first, last: first + size - 1n }
}

/** A range of IPv6 that lies within the IPv4 addresses counts as IPv4: `::ffff:0:0/96` is everybody. */
function asIpv4(range: Range): Range {
  if (range.family === "ipv4" || range.first < MAPPED_FIRST || range.last > MAPPED_LAST) return range
  return { family: "ipv4", first: range.first - MAPPED_FIRST, last: range.last - MAPPED_FIRST }
}

/** A wider range of IPv6 that contains all of IPv4 is everybody too. */
function holdsAllIpv4({ family, first, last }: Range): boolean {
  return family === "ipv6" && first <= MAPPED_FIRST && last >= MAPPED_LAST
}

/** How many addresses of a family the ranges cover together, each counted once. */
function covered(ranges: readonly Range[], family: Range["family"]): bigint {
  const sorted = ranges.filter((range) => range.family === family).sort((a, b) => (a.first < b.first ? -1 : 1))
  let count = 0n
  let next = 0n
  for (const { first, last } of sorted) {
    const from = first > next ? first : next
    if (last >= from) count += last - from + 1n
    if (last >= next) next = last + 1n
  }
  return count
}

/**
 * "anywhere" for an empty list and for one so wide that it keeps nobody out, otherwise "listed". null where an entry cannot be read:
 * how far such a list reaches is not known.
 */
export function reachOf(list: readonly string[]): Reach | null {
  if (list.length === 0) return "anywhere"
  const ranges = list.map(rangeOf)
  const readable = ranges.filter((range) => range !== null)
  const open = readable.some(holdsAllIpv4)
  if (open || covered(readable, "ipv4") >= ANYWHERE.ipv4 || covered(readable, "ipv6") >= ANYWHERE.ipv6)
    return "anywhere"
  return readable.length === ranges.length ? "listed" : null
}

/** Entries that hold more addresses than one customer of a provider gets. */
export function wideEntries(list: readonly string[]): string[] {
  return list.filter((entry) => {
    const range = rangeOf(entry)
    return range !== null && sizeOf(range) > WIDE[range.family]
  })
}
