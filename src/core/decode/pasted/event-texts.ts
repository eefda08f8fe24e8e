import type { ServiceId } from '../../model/service'
import { isDeviceName, isServiceName, type QuotedPart, rolesOf } from './quoted-roles'
import { guidsIn, servicesInText, vmGuidIn } from './service-names'

/** An event of the host's logs about versions of guest and host. */
export interface SaidEvent {
  readonly id: 4010 | 4096 | 5 | 6 | 23012 | 23014 | null
  readonly vmId: string | null
  readonly vmName: string | null
  /** Of a 4010 and a 4096. */
  readonly service: ServiceId | null
  /** True where the service follows only from the versions. */
  readonly isServiceGuessed: boolean
  readonly device: string | null
  readonly negotiated: string | null
  readonly expected: string | null
  /** All four versions of a 4010 were there: framework first, then messages. */
  readonly isWhole: boolean
  readonly server: string | null
  readonly client: string | null
}

const IN_BRACKETS = /(?<=[(（])\d{1,5}\.\d{1,5}(?=[)）])/g
const QUOTED =
  /'([^'\n]{1,120})'|"([^"\n]{1,120})"|[“„”]([^“”„\n]{1,120})[“”]|«\s?([^«»\n]{1,120}?)\s?»|[「『]([^「」『』\n]{1,120})[」』]/g
/** A tag of the XML view: what its attributes quote names neither VM nor device. */
const TAG = /<[^<>]{1,400}>/g
const PLAIN_VERSION = /(?<![\d.(（])\d{1,6}(?:\.\d{1,5})(?![\d.])/g

const TEXTS = {
  4010: /does not match the version expected by Hyper-V/i,
  23014: /loaded but has a different version from the server/i,
  23012: /cannot load because it is incompatible with (?:the )?(?:server )?virtualization stack/i,
  4096: /integration service is either not enabled, not running or not initialized/i,
} as const

/** Versions in brackets, as the text of a 4010 has them. */
function versionsIn(text: string): readonly string[] {
  return text.match(IN_BRACKETS) ?? []
}

function quotedIn(text: string): readonly QuotedPart[] {
  return [...text.matchAll(QUOTED)].flatMap((match) => {
    const before = text.slice(Math.max(0, match.index - 20), match.index)
    const parts = match.slice(1).filter((part) => part !== undefined)
    return parts.map((part) => ({ text: part, before }))
  })
}

const MENTION =
  /(?:event ?id|ereignis-?id|이벤트 ?id|id (?:de l'|d')?[ée]v[ée]nement|id de evento|id evento|код события|イベント ?id|事件 ?id|\bid)\s{0,3}[:=.：#]?\s{0,3}(\d{1,5})\b/i
/** The storage driver's events in a list: its name, then the number. */
const OF_STORAGE = /\bstorvsp\b[\s,;|"]{1,20}([56])\b/i
const BARE = /(?<![\d.])(4010|23014|23012)(?![\d.])/

/** Whether a text calls a number an event's id. */
export function isEventLabelled(text: string): boolean {
  return MENTION.test(text.slice(0, 2000))
}

/** The event id that a line names, or null. */
export function eventIdIn(text: string): number | null {
  const bounded = text.slice(0, 2000)
  const named = MENTION.exec(bounded)?.[1] ?? BARE.exec(bounded)?.[1] ?? OF_STORAGE.exec(bounded)?.[1]
  return named === undefined ? null : Number(named)
}

const KNOWN: ReadonlySet<number | null> = new Set([4010, 4096, 23012, 23014])

function idOf(text: string, given: number | null): SaidEvent['id'] | undefined {
  const isStorage = /storvsp/i.test(text)
  if (KNOWN.has(given)) return given as SaidEvent['id']
  if (isStorage && (given === 5 || given === 6)) return given
  const ofStorage = isStorage || /\bstorage device\b/i.test(text)
  if (TEXTS[4010].test(text)) return 4010
  if (TEXTS[4096].test(text)) return 4096
  if (TEXTS[23014].test(text)) return ofStorage ? 6 : 23014
  if (TEXTS[23012].test(text)) return ofStorage ? 5 : 23012
  // Digits and brackets stay in every language: four versions beside a VM's id are a 4010.
  return versionsIn(text).length >= 4 && guidsIn(text).length > 0 ? 4010 : undefined
}

/** The provider of backup, whose id can stand beside the VM's. */
const BACKUP_PROVIDER = /67E605EE-A4D8-4C46-AE50-893F31E13963/i

const BY_PROVIDER: readonly (readonly [RegExp, ServiceId])[] = [
  [/Integration-KvpExchange|DataExchange/i, 'kvp'],
  [/Integration-Heartbeat/i, 'heartbeat'],
  [/Integration-Shutdown/i, 'shutdown'],
  [/Integration-TimeSync/i, 'timesync'],
  [/Integration-VSS/i, 'vss'],
  [BACKUP_PROVIDER, 'vss'],
]

/** "Data exchange" in other languages, as the event's own texts write it. */
const DATA_EXCHANGE =
  /데이터 교환|datenaustausch|データ交換|échange de données|intercambio de datos|scambio (?:di )?dati|обмен(?:а|ом)? данными|数据交换|資料交換/i

function serviceOf(text: string, versions: readonly string[]): { service: ServiceId | null; guessed: boolean } {
  const byProvider = BY_PROVIDER.find(([pattern]) => pattern.test(text))?.[1]
  if (byProvider !== undefined) return { service: byProvider, guessed: false }
  // Data exchange is the one whose guests stop at 4.0 where hosts expect 5.0.
  const isOfExchange = versions[2] === '4.0' && versions[3] === '5.0'
  if (DATA_EXCHANGE.test(text)) return { service: 'kvp', guessed: !isOfExchange }
  const named = servicesInText(text).find(({ id }) => id !== 'rdv')
  if (named !== undefined) return { service: named.id, guessed: !named.isConfirmed }
  if (isOfExchange) return { service: 'kvp', guessed: true }
  return { service: null, guessed: true }
}

/** Whether a line can be the beginning of such an event; a cheap test before the others. */
export function mayBeEvent(text: string): boolean {
  return (
    /4010|23014|23012|4096|storvsp|different version|does not match the version|incompatible with|not initialized/i.test(
      text,
    ) || versionsIn(text).length >= 2
  )
}

/**
 * Reads one event text in any language: by its id, its versions and its GUID; the English wording helps where no id stands
 * there. `givenId` is the id from a field or a line before it. Null where it is none of the events we know.
 */
export function eventIn(whole: string, givenId: number | null): SaidEvent | null {
  // The XML view names the provider's id beside the VM's.
  const text = whole.slice(0, 4000).replace(/\bGuid=["']\{[^}]{30,40}\}["']/i, '')
  const id = idOf(text, givenId ?? eventIdIn(text))
  if (id === undefined) return null
  const named = /<VmName>([^<]{1,120})</i.exec(text)?.[1] ?? null
  const isName = ({ text: part }: QuotedPart): boolean =>
    !/^\d+(?:\.\d+)*$|^hyper-v\b/i.test(part) && !DATA_EXCHANGE.test(part) && !isServiceName(part)
  const quoted = quotedIn(text.replace(TAG, ' ')).filter(isName)
  const inBrackets = versionsIn(text)
  const plain = text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/gi, ' ').match(PLAIN_VERSION) ?? []
  const isDevice = id === 23012 || id === 23014
  const { device, vm } = isDevice
    ? rolesOf(quoted)
    : { device: null, vm: quoted.find(({ text: part }) => !isDeviceName(part))?.text ?? null }
  const { service, guessed } = serviceOf(text, inBrackets)
  return {
    id,
    vmId: vmGuidIn(text.replace(BACKUP_PROVIDER, ' ')),
    vmName: named ?? vm,
    service,
    isServiceGuessed: guessed,
    device,
    negotiated: inBrackets[2] ?? inBrackets[0] ?? null,
    expected: inBrackets[3] ?? inBrackets[1] ?? null,
    isWhole: inBrackets.length >= 4,
    server: id === 4010 ? null : (plain[0] ?? null),
    client: id === 4010 ? null : (plain[1] ?? null),
  }
}
