import { guidOf } from '../decode/values'
import { networkTexts } from './network-texts'
import type { HiddenKind } from './placeholders'

/** A name as it was found, on its way to a placeholder. */
export interface NamedThing {
  readonly kind: HiddenKind
  readonly name: string
}

/** Names of networks and machines that name nobody. */
const COMMON =
  /^(?:localhost|localdomain|local|lan|internal|intranet|home|invalid|workgroup|mshome|\(none\)|-|n\/a|\d+)$/i
/** What looks like the end of a host's name and is the ending of a file. */
const FILE_ENDING =
  /\.(?:vhdx?|avhdx?|vmcx|vmrs|vmgs|vsv|bin|iso|xml|txt|log|csv|json|hvcapture|html?|pdf|zip|exe|dll|ps1|sys|sh|conf|ko|service)$/i
const HOST_NAME = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*$/u
const DOMAIN_TAIL = /^(?:\.[A-Za-z0-9-]{1,63})+/
const NETBIOS_LENGTH = 15

/** A domain with its first label, which is what Windows calls it in DOMAIN\user. */
export function domainNames(domain: string): readonly NamedThing[] {
  const name = domain.trim().replace(/\.$/, '')
  if (name === '' || COMMON.test(name)) return []
  const [first = ''] = name.split('.')
  const whole: NamedThing = { kind: 'domain', name }
  return first === name || COMMON.test(first) ? [whole] : [whole, { kind: 'domain', name: first }]
}

/** A machine's name in its forms: whole, without its domain, as NetBIOS cuts it; and the domain. */
export function machineNames(kind: 'host' | 'vm' | 'guest', text: string): readonly NamedThing[] {
  const name = text.trim()
  // A VM can have any name, and whatever it is, it is hidden; one that is called like its id is found by the id.
  if (name === '' || guidOf(name) !== null || (kind !== 'vm' && COMMON.test(name))) return []
  const names: NamedThing[] = []
  const [short = '', ...rest] = HOST_NAME.test(name) ? name.split('.') : [name]
  const domain = rest.join('.')
  // A VM may be called anything, "Ubuntu 22.04" too; only a tail that looks like a domain is one.
  const hasDomain = rest.length > 0 && /[A-Za-z]{2}$/.test(domain) && (kind !== 'vm' || rest.length > 1)
  const own = hasDomain ? short : name
  if (kind === 'vm' || !COMMON.test(own)) names.push({ kind, name: own })
  if (own.length > NETBIOS_LENGTH && HOST_NAME.test(own)) names.push({ kind, name: own.slice(0, NETBIOS_LENGTH) })
  return hasDomain ? [...names, ...domainNames(domain)] : names
}

const USER_FOLDER =
  /[\\/](?:Users|home|Documents and Settings|사용자)[\\/](?!Public\b|Default\b|All Users\b)([^\\/:*?"<>|\r\n]{1,64})/gi
const SERVER = /(?<!\\)\\\\(?![?.]\\|root\\)([^\\/:*?"<>|\s]{1,253})\\/g
const MAIL = /(?<![\w.+-])[.+-]*(\w[\w.+-]*)@([A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)/g
const ACCOUNT = /(?<![\w\\.])([A-Za-z0-9][\w.-]{0,62})\\([\p{L}\p{N}._$-]{1,64})(?![\w\\])/gu

/** Names that a text gives away by its form: folders of accounts, servers of shared folders, mail addresses. */
export function namesByForm(text: string): readonly NamedThing[] {
  const names: NamedThing[] = []
  if (/[\\/]/.test(text)) {
    for (const [, user = ''] of text.matchAll(USER_FOLDER)) names.push({ kind: 'user', name: user })
    for (const [, server = ''] of text.matchAll(SERVER)) {
      // An address is hidden as one.
      if (networkTexts(server).length === 0) names.push(...machineNames('host', server))
    }
  }
  if (text.includes('@')) {
    for (const [, user = '', domain = ''] of text.matchAll(MAIL)) {
      names.push({ kind: 'user', name: user }, ...domainNames(domain))
    }
  }
  return names
}

/** Accounts of known domains and machines: CORP\kim. `isKnown` says whether a word is one; otherwise a path looks the same. */
export function accountNames(text: string, isKnown: (word: string) => boolean): readonly NamedThing[] {
  if (!text.includes('\\')) return []
  return [...text.matchAll(ACCOUNT)]
    .filter(([, domain = '']) => isKnown(domain))
    .map(([, , user = '']) => ({ kind: 'user', name: user }))
}

/** The domain that follows a known name at a place of a text: web-01.corp.example. */
export function domainBehind(text: string, end: number): readonly NamedThing[] {
  const tail = DOMAIN_TAIL.exec(text.slice(end, end + 256))?.[0] ?? ''
  const labels = tail.split('.').slice(1)
  if (labels.length === 0 || FILE_ENDING.test(tail) || !/[A-Za-z]{2}$/.test(tail)) return []
  return domainNames(labels.join('.'))
}
