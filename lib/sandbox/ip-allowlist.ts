import ipaddr from "ipaddr.js"

type Address = ipaddr.IPv4 | ipaddr.IPv6

/** Addresses must be written out in full: some parsers read 127.1 or 0x7f.1 as addresses, a key screen does not. */
export function isAddressOrBlock(entry: string): boolean {
  return (
    ipaddr.IPv4.isValidFourPartDecimal(entry) || ipaddr.IPv4.isValidCIDRFourPartDecimal(entry) || isPlainIpv6(entry)
  )
}

// A zone such as fe80::1%eth0 means something only on the machine that wrote it.
function isPlainIpv6(entry: string): boolean {
  return !entry.includes("%") && (ipaddr.IPv6.isValid(entry) || ipaddr.IPv6.isValidCIDR(entry))
}

function blockOf(entry: string): [Address, number] {
  if (entry.includes("/")) return ipaddr.parseCIDR(entry)
  const address = ipaddr.parse(entry)
  return [address, address.kind() === "ipv4" ? 32 : 128]
}

/** Whether a call from this address may use a key; an empty list lets everyone in. */
export function ipAllowed(allowlist: readonly string[], remoteIp: string): boolean {
  if (allowlist.length === 0) return true
  if (!ipaddr.isValid(remoteIp)) return false
  // An IPv4 caller on an IPv6 socket shows up as ::ffff:192.0.2.1; `process` gives back the address that was meant.
  const address = ipaddr.process(remoteIp)
  return allowlist.some((entry) => {
    const [network, bits] = blockOf(entry)
    return network.kind() === address.kind() && address.match([network, bits])
  })
}
