import { decodeKvpItems } from '../decode/kvp'
import { guidOf } from '../decode/values'
import { decodeCapture } from '../decode/snapshot'
import type { Capture, Row } from '../model/capture'
import { domainNames } from './name-sources'
import { ITEM_PLACEHOLDER, NOTE_PLACEHOLDER } from './placeholders'
import { redactPasted } from './redact-pasted'
import { learnMachine, type Redactor } from './redactor'

type NameKind = 'host' | 'vm' | 'guest' | 'domain' | 'user'

/** Properties of CIM rows, and data exchange items, that hold a name and nothing else. */
const NAME_KEYS: Readonly<Record<string, NameKind>> = {
  ComputerName: 'host',
  computerName: 'host',
  PSComputerName: 'host',
  CSName: 'host',
  DNSHostName: 'host',
  HostComputerSystemName: 'host',
  OwnerNode: 'host',
  MachineName: 'host',
  HostName: 'host',
  PhysicalHostName: 'host',
  PhysicalHostNameFullyQualified: 'host',
  VirtualMachineName: 'vm',
  VMName: 'vm',
  FullyQualifiedDomainName: 'guest',
  Domain: 'domain',
  DomainName: 'domain',
  UserName: 'user',
  PrimaryOwnerName: 'user',
  RegisteredUser: 'user',
  Owner: 'user',
}

/** What products write of themselves: versions, names of systems, states, classes. Judgements rest on them. */
const PRODUCT_KEYS = new Set(
  `Caption Version BuildNumber OSName OSVersion OSBuildNumber OSMajorVersion OSMinorVersion OSPlatformId OSVendor
  OSEditionId CSDVersion ProductType ProcessorArchitecture SuiteMask IntegrationServicesVersion GuestOperatingSystem
  VirtualSystemType VirtualSystemSubType OtherEnabledState StatusDescriptions provider channel class code schema
  collectedAt version psVersion psEdition via time name namespace vmms languageMode stopped`.split(/\s+/),
)
const VM_CLASSES = ['Msvm_ComputerSystem', 'Msvm_VirtualSystemSettingData', 'Msvm_SummaryInformation']
/** Items whose names the system gives; all others are an organisation's own words, of which no judgement needs any. */
const SYSTEM_ITEMS = 'GuestIntrinsicExchangeItems'
const ITEM_LISTS = [SYSTEM_ITEMS, 'GuestExchangeItems', 'HostExchangeItems', 'HostOnlyItems']
const MICROSOFT_NAME = /^Microsoft /i

/** What a name property of a row holds, where its class decides. */
function kindOfProperty(className: string, key: string, row: Row): NameKind | null {
  if (VM_CLASSES.includes(className) && key === 'ElementName') {
    const isHostRow = className === 'Msvm_ComputerSystem' && guidOf(row['Name']) === null
    return isHostRow ? 'host' : 'vm'
  }
  const isMachine = /^(?:Msvm_ComputerSystem|Win32_ComputerSystem|MSCluster_Node|MSCluster_Cluster)$/.test(className)
  if (isMachine && key === 'Name') return guidOf(row[key]) === null ? 'host' : null
  if (key === 'SystemName') return guidOf(row[key]) === null ? 'host' : null
  return NAME_KEYS[key] ?? null
}

function learnName(redactor: Redactor, kind: NameKind, value: unknown): void {
  if (typeof value !== 'string') return
  if (kind === 'domain') redactor.learn(...domainNames(value))
  else if (kind === 'user') redactor.learn({ kind, name: value.split('\\').at(-1) ?? value })
  else learnMachine(redactor, kind, value)
}

function learnValue(redactor: Redactor, value: unknown, key: string): void {
  if (typeof value === 'string') {
    if (!PRODUCT_KEYS.has(key)) redactor.learnFrom(value)
  } else if (Array.isArray(value)) for (const item of value) learnValue(redactor, item, key)
  else if (typeof value === 'object' && value !== null) {
    for (const [name, inner] of Object.entries(value)) {
      learnName(redactor, NAME_KEYS[name] ?? 'user', NAME_KEYS[name] === undefined ? null : inner)
      learnValue(redactor, inner, name)
    }
  }
}

function learnRow(redactor: Redactor, className: string, row: Row): void {
  for (const [key, value] of Object.entries(row)) {
    if (ITEM_LISTS.includes(key)) {
      for (const [name, data] of decodeKvpItems(value).items) learnValue(redactor, { [name]: data }, name)
      continue
    }
    const kind = kindOfProperty(className, key, row)
    if (kind !== null) learnName(redactor, kind, value)
    else learnValue(redactor, value, key)
  }
}

/** Takes every name of a capture, before anything of any capture is written. */
export function learnCapture(redactor: Redactor, capture: Capture): void {
  const { classes, host, events, pasted, target, problems } = capture
  learnMachine(redactor, 'host', target.computerName)
  for (const [className, row] of Object.entries(host)) if (row !== null) learnRow(redactor, className, row)
  for (const [className, rows] of Object.entries(classes)) {
    for (const row of rows ?? []) learnRow(redactor, className, row)
  }
  learnValue(redactor, events, '')
  learnValue(redactor, problems, '')
  if (pasted !== null) {
    redactor.learnFrom(pasted.text)
    for (const { name, guest } of decodeCapture(capture).vms) {
      // A VM without a name in the text got one from the program.
      if (pasted.text.includes(name)) learnMachine(redactor, 'vm', name)
      learnMachine(redactor, 'guest', guest.hostName)
    }
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"\r]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

function dataItem(name: string, data: string): string {
  return (
    `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem"><PROPERTY NAME="Data" TYPE="string"><VALUE>${escaped(data)}</VALUE></PROPERTY>` +
    `<PROPERTY NAME="Name" TYPE="string"><VALUE>${escaped(name)}</VALUE></PROPERTY></INSTANCE>`
  )
}

/** Data exchange items, read and written anew, so that nothing stays between their tags. One that cannot be read stays unreadable. */
function redactItems(redactor: Redactor, list: string, value: unknown): unknown {
  if (value === null || value === undefined) return value
  const elements: readonly unknown[] = Array.isArray(value) ? value : [value]
  return elements.map((element) => {
    const [item] = decodeKvpItems([element]).items
    if (item === undefined) return typeof element === 'string' ? 'unreadable' : null
    const [name, data] = item
    if (list === SYSTEM_ITEMS) return dataItem(redactor.text(name), String(redactValue(redactor, data, name)))
    return dataItem(redactor.text(name), data === '' ? '' : ITEM_PLACEHOLDER)
  })
}

function hasNote(value: unknown): boolean {
  return Array.isArray(value) ? value.some(hasNote) : typeof value === 'string' && value.trim() !== ''
}

function redactText(redactor: Redactor, text: string, key: string): string {
  if (key === 'Caption' && MICROSOFT_NAME.test(text)) return text
  if (PRODUCT_KEYS.has(key)) return redactor.productText(text)
  const kind = NAME_KEYS[key]
  return kind === undefined ? redactor.value(text) : redactor.name(kind, text)
}

function redactValue(redactor: Redactor, value: unknown, key: string): unknown {
  if (typeof value === 'string') return redactText(redactor, value, key)
  if (Array.isArray(value)) return value.map((item) => redactValue(redactor, item, key))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [redactor.text(name), redactValue(redactor, inner, name)]),
  )
}

function redactRow(redactor: Redactor, className: string, row: Row): Row {
  const redacted: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(row)) {
    const kind = kindOfProperty(className, key, row)
    if (/^Notes$/i.test(key)) {
      redacted[key] = hasNote(value) ? (Array.isArray(value) ? [NOTE_PLACEHOLDER] : NOTE_PLACEHOLDER) : value
    } else if (ITEM_LISTS.includes(key)) redacted[key] = redactItems(redactor, key, value)
    else if (kind !== null && typeof value === 'string') redacted[key] = redactor.name(kind, value)
    else redacted[redactor.text(key)] = redactValue(redactor, value, key)
  }
  return redacted
}

/**
 * A capture with every name, address and note replaced, at the strict level its ids too; so that what is made of it,
 * whatever it is, holds none. Codes, versions, systems, builds and times stay. The redactor must have learned it.
 */
export function redactCapture(redactor: Redactor, capture: Capture): Capture {
  redactor.settle()
  const { target, host, classes, events, problems, pasted, sha256: _sha256, ...rest } = capture
  const rows = ([className, list]: [string, readonly Row[] | null]) => [
    className,
    list?.map((row) => redactRow(redactor, className, row)) ?? list,
  ]
  const redacted: Capture = {
    ...(redactValue(redactor, rest, '') as typeof rest),
    target: redactValue(redactor, target, '') as Capture['target'],
    host: Object.fromEntries(
      Object.entries(host).map(([className, row]) => [className, row && redactRow(redactor, className, row)]),
    ),
    classes: Object.fromEntries(Object.entries(classes).map(rows)) as Capture['classes'],
    events: redactValue(redactor, events, '') as Capture['events'],
    problems: redactValue(redactor, problems, '') as Capture['problems'],
    pasted: pasted && {
      ...(redactValue(redactor, pasted, '') as typeof pasted),
      text: redactPasted(redactor, capture, pasted.text),
      name: pasted.name === null ? null : 'SOURCE-1.txt',
    },
    sha256: null,
  }
  return redacted
}
