/** Names of the data exchange items that say something about the guest, as Windows, Linux and FreeBSD write them. */
export const GUEST_ITEM_NAMES = [
  'OSName',
  'OSVersion',
  'OSBuildNumber',
  'OSMajorVersion',
  'OSMinorVersion',
  'OSPlatformId',
  'ProductType',
  'CSDVersion',
  'ServicePackMajor',
  'ServicePackMinor',
  'SuiteMask',
  'OSEditionId',
  'OSVendor',
  'ProcessorArchitecture',
  'FullyQualifiedDomainName',
  'NetworkAddressIPv4',
  'NetworkAddressIPv6',
  'RDPAddressIPv4',
  'RDPAddressIPv6',
  'IntegrationServicesVersion',
] as const

/** Items of a guest by name, as `decodeKvpItems` gives them. */
export type Items = ReadonlyMap<string, string>

/** Longest text of a guest that is kept: enough for every real name, and hostile ones stay small. */
const TEXT_LIMIT = 256
/** Most addresses of one guest that are kept; container hosts report dozens. */
export const ADDRESS_LIMIT = 64

/** A text of the guest without white space and quotes around it, cut to a bounded length; null where it is empty. */
export function itemText(items: Items, name: string): string | null {
  const text = items.get(name)?.trim() ?? ''
  const bare = text.startsWith('"') ? text.replace(/^"(.*)"$/s, '$1').trim() : text
  // Half of a surrogate pair at the end would be no text.
  if (bare.length > TEXT_LIMIT) return bare.slice(0, TEXT_LIMIT).replace(/[\uD800-\uDBFF]$/, '')
  return bare === '' ? null : bare
}

const ERROR_TEXT = /\b(?:getaddrinfo|inet_ntop|getifaddrs|gethostname) failed\b/

/** The guest's own name; null where it gave none, or the daemon's error text in its place. */
export function hostNameOf(items: Items): string | null {
  const name = itemText(items, 'FullyQualifiedDomainName')
  return name === null || ERROR_TEXT.test(name) ? null : name
}

const IPV4 = /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)\.){3}(?:25[0-5]|2[0-4]\d|1?\d?\d)$/
const IPV6 = /^(?=(?:[^:]*:){2})[0-9a-f:]{2,39}(?:\d{1,3}(?:\.\d{1,3}){3})?$/i

/** What stands for such an address in a capture whose addresses were hidden. */
const HIDDEN_ADDRESS = /^IP-(?:PRIVATE|PUBLIC)-\d{2,9}$/

/** True for an address by which somebody else can reach the guest: not loopback, link-local or unspecified. */
function isUsable(address: string): boolean {
  if (HIDDEN_ADDRESS.test(address)) return true
  if (IPV4.test(address)) return !/^(?:127\.|169\.254\.|0\.)/.test(address)
  return IPV6.test(address) && !/^(?:fe[89ab][0-9a-f]:|(?:0{0,4}:){2,7}0{0,3}[01]?$)/i.test(address)
}

/** An address without its scope; null for none, and for one that only the guest itself can reach. */
export function usableAddress(text: string): string | null {
  const address = text.replace(/%.*/s, '').trim()
  return isUsable(address) ? address : null
}

/** The addresses that the guest reports and others can use, IPv4 first, without scopes, doubles and error texts. */
export function addressesOf(items: Items): readonly string[] {
  const addresses = new Set<string>()
  for (const name of ['NetworkAddressIPv4', 'NetworkAddressIPv6']) {
    for (const part of (items.get(name) ?? '').split(';', 4 * ADDRESS_LIMIT)) {
      const address = usableAddress(part)
      if (address !== null && addresses.size < ADDRESS_LIMIT) addresses.add(address)
    }
  }
  return [...addresses]
}

/** True where at least one item has a value: the guest itself said something. */
export function hasContent(items: Items): boolean {
  for (const value of items.values()) if (value.trim() !== '') return true
  return false
}
