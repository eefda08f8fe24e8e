import { remember } from '../../knowledge/remember'
import { GUEST_ITEM_NAMES } from '../guest-items'

/** One object that the text describes, from whatever format: property names in lower case to values. */
export interface FieldRecord {
  readonly fields: ReadonlyMap<string, unknown>
  readonly firstLine: number
  readonly lastLine: number
  /** Number of the table, list or JSON text it stood in. */
  readonly block: number
  /** WMI class, where the text or the command before it names one. */
  readonly className: string | null
  /** The object that contained it: the VM of a service. */
  readonly parent: FieldRecord | null
}

/** A stretch of lines that a format was recognised in. */
export interface Stretch {
  readonly from: number
  /** Index after the last line. */
  readonly to: number
  readonly records: readonly FieldRecord[]
}

/** Properties of Hyper-V's cmdlets, of its WMI classes and of event records: English on every host. */
const PROPERTIES = [
  'VMName',
  'Name',
  'Enabled',
  'PrimaryStatusDescription',
  'SecondaryStatusDescription',
  'PrimaryOperationalStatus',
  'SecondaryOperationalStatus',
  'OperationalStatus',
  'StatusDescription',
  'StatusDescriptions',
  'Id',
  'VMId',
  'State',
  'CPUUsage(%)',
  'CPUUsage',
  'MemoryAssigned(M)',
  'MemoryAssigned',
  'Uptime',
  'Status',
  'Version',
  'Heartbeat',
  'IntegrationServicesState',
  'Generation',
  'ComputerName',
  'PSComputerName',
  'ElementName',
  'SystemName',
  'EnabledState',
  'HealthState',
  'DeviceID',
  'InstanceID',
  'CreationClassName',
  'SystemCreationClassName',
  'Caption',
  'Description',
  'CimClass',
  'RequestedState',
  'EnabledDefault',
  'VMSnapshotId',
  'VMSnapshotName',
  'CimSession',
  'IsDeleted',
  'OtherEnabledState',
  'OnTimeInMilliseconds',
  'ReplicationMode',
  'ReplicationState',
  'ReplicationHealth',
  'Notes',
  'ProcessorCount',
  'IsClustered',
  'ParentSnapshotName',
  'VirtualMachineSubType',
  'MemoryStatus',
  'MemoryDemand',
  'CreationTime',
  'Path',
  'ConfigurationLocation',
  'GuestOperatingSystem',
  'HasVMAdditions',
  'VMAddition',
  'TimeCreated',
  'LevelDisplayName',
  'Message',
  'ProviderName',
  'EventID',
  'Source',
  'EntryType',
  'InstanceId',
  'Index',
  'Time',
  'Date',
  'Timestamp',
  'LogName',
  'Data',
  'Value',
  'Key',
  'Property',
  '__CLASS',
  '__RELPATH',
  '__PATH',
  ...GUEST_ITEM_NAMES,
  'IPAddresses',
  'SwitchName',
  'IsManagementOs',
  'MacAddress',
  'GuestIntrinsicExchangeItems',
  'GuestExchangeItems',
  'ProcessId',
] as const

/** Names that people and monitors give the same columns. */
const ALIASES: Readonly<Record<string, string>> = {
  vm: 'vmname',
  virtualmachine: 'vmname',
  vm이름: 'vmname',
  가상머신: 'vmname',
  가상컴퓨터: 'vmname',
  service: 'service',
  servicename: 'service',
  integrationservice: 'service',
  component: 'service',
  서비스: 'service',
  통합서비스: 'service',
  dienst: 'service',
  primary: 'primarystatusdescription',
  primarystatus: 'primarystatusdescription',
  기본상태: 'primarystatusdescription',
  secondary: 'secondarystatusdescription',
  secondarystatus: 'secondarystatusdescription',
  detail: 'secondarystatusdescription',
  details: 'secondarystatusdescription',
  보조상태: 'secondarystatusdescription',
  상태: 'status',
  사용: 'enabled',
  vmstate: 'state',
  이름: 'name',
  cpu사용: 'cpuusage',
  할당된메모리: 'memoryassigned',
  작동시간: 'uptime',
  구성버전: 'version',
  assignedmemory: 'memoryassigned',
  configurationversion: 'version',
  integrationservicesstatus: 'integrationservicesstate',
  'cpuusage(%)': 'cpuusage',
  'memoryassigned(m)': 'memoryassigned',
}

/** Lower-cased without spaces and underscores: `primary_operational_status` is a property like any other. */
function plainName(name: string): string {
  const trimmed = name.trim().toLowerCase()
  // What WMI adds to every object begins with two.
  const prefix = trimmed.startsWith('__') ? '__' : ''
  return prefix + trimmed.replace(/[\s_"'*`]/g, '')
}

const STRICT = new Map(PROPERTIES.map((name) => [plainName(name), ALIASES[plainName(name)] ?? plainName(name)]))

/** The property that a column or a key of a list is, or null. Columns that were cut off are known by their beginning. */
export function propertyOf(name: string): string | null {
  return name.length > 40 ? null : propertyOfPlain(plainName(name))
}

function propertyOfPlain(plain: string): string | null {
  const known = STRICT.get(plain)
  if (known !== undefined) return known
  if (!plain.endsWith('...') && !plain.endsWith('…')) return null
  const stem = plain.replace(/(?:\.{3}|…)$/, '')
  if (stem.length < 6) return null
  const fitting = new Set([...STRICT].filter(([key]) => key.startsWith(stem)).map(([, value]) => value))
  return fitting.size === 1 ? ([...fitting][0] ?? null) : null
}

const HEADINGS = new Map(Object.entries(ALIASES))

// A long text says the same words over and over, and each is asked for in several formats.
const headingOfShort = remember(
  (name: string) => name,
  (name) => {
    const plain = plainName(name)
    return propertyOfPlain(plain) ?? HEADINGS.get(plain) ?? null
  },
)

/** As `propertyOf`, and the headings people write over tables of their own. */
export function headingOf(name: string): string | null {
  return name.length > 40 ? null : headingOfShort(name)
}

// Every property and heading contains one of these, so that most lines of a long log need no closer look.
const ANY = new RegExp(
  [...new Set([...PROPERTIES.map(plainName), ...Object.keys(ALIASES)])]
    .sort((a, b) => a.length - b.length)
    .filter((name, index, all) => !all.slice(0, index).some((shorter) => name.includes(shorter)))
    .map((name) => name.replace(/[()]/g, '.').split('').join('[ _]?'))
    .join('|'),
  'i',
)

/** Whether a line can hold a property's name at all: a cheap test before the formats are tried. */
export function mayNameProperties(text: string): boolean {
  return ANY.test(text) || text.includes('…') || text.includes('...')
}

/** A row of cells below heads: of a property that comes twice the first counts. */
export function rowRecord(
  properties: readonly (string | null)[],
  cells: readonly string[],
  { first, last, block }: { readonly first: number; readonly last: number; readonly block: number },
): FieldRecord {
  const fields = new Map<string, unknown>()
  properties.forEach((property, index) => {
    if (property !== null && !fields.has(property)) fields.set(property, cells[index] ?? '')
  })
  return { fields, firstLine: first, lastLine: last, block, className: null, parent: null }
}

/** Text of a field; numbers and booleans as they print, lists with commas, null and objects as nothing. */
export function fieldText(record: FieldRecord, name: string): string | undefined {
  if (!record.fields.has(name)) return undefined
  return textOfValue(record.fields.get(name))
}

/** As `fieldText`, and nothing where the record has no such field. */
export function cellText(record: FieldRecord, name: string): string {
  return textOfValue(record.fields.get(name))
}

/** A value as a cell would show it. */
export function textOfValue(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.slice(0, 20).map(textOfValue).join(', ')
  return ''
}
