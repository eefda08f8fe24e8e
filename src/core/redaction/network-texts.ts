/** What kind of address it is: the kind stays when the address itself is hidden. */
export type AddressKind = 'private' | 'public' | 'loopback' | 'link-local'

/** A piece of a text that is an address, a hardware address or an account's id. */
export interface Spotted {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly kind: AddressKind | 'mac' | 'sid'
}

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
// A digit or a dot before or behind makes it a part of something longer, such as a version.
const IPV4 = new RegExp(`(?<![\\d.])(?:${OCTET}\\.){3}${OCTET}(?!\\d|\\.\\d)`, 'g')
/** Addresses in names that allow no dot: ip-10-20-1-15. */
const DASHED_IPV4 = new RegExp(`(?<=\\bip[-_])(?:${OCTET}[-_]){3}${OCTET}(?![\\d-])`, 'gi')
const IPV6_TOKEN = /(?<![0-9A-Za-z:.])[0-9A-Fa-f:]{2,39}(?:(?<=:)\d{1,3}(?:\.\d{1,3}){3})?(?![0-9A-Za-z:])/g
const MAC = /(?<![0-9A-Fa-f:-])(?:[0-9A-Fa-f]{2}([:-])(?:[0-9A-Fa-f]{2}\1){4}[0-9A-Fa-f]{2})(?![0-9A-Fa-f:-])/g
/** Hyper-V's own range, written without separators, as its classes give it. */
const BARE_MAC = /(?<![0-9A-Za-z-])00155D[0-9A-Fa-f]{6}(?![0-9A-Za-z])/gi
/** Accounts of a domain or a machine, and virtual machines. The well-known ones (S-1-5-18) name nobody. */
const SID = /\bS-1-\d{1,2}(?:-\d{1,10}){4,14}\b/gi

function ipv4Kind(text: string): AddressKind | null {
  const [first = 0, second = 0] = text.split(/[.-]/).map(Number)
  if (first === 127) return 'loopback'
  // The unspecified address and masks are no address of anything.
  if (first === 0 || first === 255) return null
  if (first === 169 && second === 254) return 'link-local'
  const isPrivate =
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 100 && second >= 64 && second <= 127)
  return isPrivate ? 'private' : 'public'
}

function ipv6Kind(text: string): AddressKind | null {
  const isShort = text.includes('::')
  if (isShort && (text.indexOf('::') !== text.lastIndexOf('::') || text.includes(':::'))) return null
  const groups = text.split(':').filter((group) => group !== '')
  const isGroups = groups.every((group) => group.length <= 4 || group.includes('.'))
  const wide = groups.length + (text.includes('.') ? 1 : 0)
  if (!isGroups || groups.length === 0 || (isShort ? wide > 7 : wide !== 8)) return null
  if (/^(?:0{0,4}:){2,7}0{0,3}1$/.test(text)) return 'loopback'
  if (/^fe[89ab]/i.test(text)) return 'link-local'
  return /^f[cd]/i.test(text) ? 'private' : 'public'
}

function spot(
  text: string,
  pattern: RegExp,
  kindOf: (match: string) => Spotted['kind'] | null,
  taken: Spotted[],
): void {
  for (const { 0: match, index } of text.matchAll(pattern)) {
    const [start, end] = [index, index + match.length]
    const kind = taken.some((other) => start < other.end && end > other.start) ? null : kindOf(match)
    if (kind !== null) taken.push({ start, end, text: match, kind })
  }
}

/** Addresses of version 4 and 6, hardware addresses and account ids in a text, in their order. Masks and versions are none. */
export function networkTexts(text: string): readonly Spotted[] {
  const taken: Spotted[] = []
  if (text.length < 3) return taken
  if (/s-1-/i.test(text)) spot(text, SID, () => 'sid', taken)
  spot(text, MAC, () => 'mac', taken)
  if (/00155d/i.test(text)) spot(text, BARE_MAC, () => 'mac', taken)
  if (text.includes(':')) spot(text, IPV6_TOKEN, ipv6Kind, taken)
  if (text.includes('.')) spot(text, IPV4, ipv4Kind, taken)
  if (/ip[-_]\d/i.test(text)) spot(text, DASHED_IPV4, (match) => ipv4Kind(match.replaceAll('_', '-')), taken)
  return taken.sort((a, b) => a.start - b.start)
}
