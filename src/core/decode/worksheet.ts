import type { Capture } from '../model/capture'
import type { ServiceId } from '../model/service'
import {
  type PartState,
  type Worksheet,
  WORKSHEET_BEGIN,
  WORKSHEET_END,
  WORKSHEET_SYSTEMS,
  type WorksheetSystem,
} from '../model/worksheet'
import { isAtLeast } from '../knowledge/versions'

const BEGIN = new RegExp(`${WORKSHEET_BEGIN}: (${WORKSHEET_SYSTEMS.join('|')}) (-|[\\w:-]{2,60}) `, 'i')
const ENTRY = /^\s{0,20}([a-z-]{2,20}): (.{0,400})$/
/** Far more than a guest has to say. */
const LINES_LIMIT = 400
const EVIDENCE_LIMIT = 40
/** First kernel whose file copy is done by a program of its own (tools/hv/hv_fcopy_uio_daemon.c). */
const USER_SPACE_FILE_COPY = '6.10'
/** Constant that the daemon of the kernel's own sources reports; Microsoft's former package reports another one. */
const KERNEL_SERVICES = '3.1'

type Entries = ReadonlyMap<string, readonly string[]>
type Parts = Worksheet['parts']

/** A worksheet in a text, and the lines of the text that it stands in. */
export interface FoundWorksheet {
  readonly worksheet: Worksheet
  readonly from: number
  /** Index after its last line. */
  readonly to: number
}

function all(entries: Entries, key: string): readonly string[] {
  return entries.get(key) ?? []
}

function first(entries: Entries, key: string): string {
  return all(entries, key)[0] ?? ''
}

/** Value of one line of os-release, without its quotation marks. */
function releaseField(entries: Entries, field: string): string {
  const line = all(entries, 'os-release').find((entry) => entry.startsWith(`${field}=`)) ?? ''
  return line.slice(field.length + 1).replace(/^["']|["']$/g, '')
}

function itemsOf(pairs: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(Object.entries(pairs).filter(([, value]) => value !== ''))
}

function linuxItems(entries: Entries): ReadonlyMap<string, string> {
  const kernel = first(entries, 'kernel')
  const file = all(entries, 'release-file').find((entry) => entry.startsWith('/etc/redhat-release ')) ?? ''
  const name = releaseField(entries, 'NAME') || file.slice('/etc/redhat-release '.length)
  return itemsOf({
    OSName: name || 'Linux',
    OSMajorVersion: releaseField(entries, 'VERSION_ID'),
    OSVersion: kernel.replace(/-.*/s, ''),
    OSBuildNumber: kernel,
    IntegrationServicesVersion: KERNEL_SERVICES,
  })
}

function windowsItems(entries: Entries): ReadonlyMap<string, string> {
  const kind = first(entries, 'kind')
  return itemsOf({
    OSName: first(entries, 'name'),
    OSBuildNumber: first(entries, 'build'),
    OSPlatformId: '2',
    ProductType: /server/i.test(kind) ? '3' : /client/i.test(kind) ? '1' : '',
    IntegrationServicesVersion: first(entries, 'services-version'),
  })
}

function freebsdItems(entries: Entries): ReadonlyMap<string, string> {
  const kernel = first(entries, 'kernel')
  return itemsOf({ OSName: first(entries, 'name'), OSVersion: kernel.replace(/-.*/s, ''), OSBuildNumber: kernel })
}

/** Daemons by service: names as the kernel cuts them to 15 characters, and names of units. */
const DAEMONS = {
  kvp: { process: /^(?:hv_kvp_daemon|hypervkvpd)$/, unit: /^(?:hv[-_]kvp[-_]daemon|hypervkvpd)\s/ },
  vss: { process: /^(?:hv_vss_daemon|hypervvssd)$/, unit: /^(?:hv[-_]vss[-_]daemon|hypervvssd)\s/ },
  'guest-service-interface': {
    process: /^(?:hv_fcopy_daemon|hv_fcopy_uio_da\w*|hypervfcopyd)$/,
    unit: /^(?:hv[-_]fcopy[-_](?:uio_)?daemon|hypervfcopyd)\s/,
  },
} as const
const OLD_FILE_COPY = /^(?:hv_fcopy_daemon|hypervfcopyd)$/

/** Whether the package with the daemons is there; null where no package program could say. Ubuntu's must fit the running kernel. */
function isInstalled(entries: Entries): boolean | null {
  const program = first(entries, 'packages')
  if (program === '' || program === 'unknown') return null
  const packages = all(entries, 'package')
  const kernel = first(entries, 'kernel')
  return packages.some(
    (name) => !name.startsWith('linux-cloud-tools-') || name.startsWith(`linux-cloud-tools-${kernel} `),
  )
}

function daemonState(entries: Entries, service: keyof typeof DAEMONS): PartState {
  const { process, unit } = DAEMONS[service]
  const units = all(entries, 'unit').filter((line) => unit.test(line))
  const isOff = units.length > 0 && units.every((line) => /UnitFileState=(?:disabled|masked)/.test(line))
  const isReadable = first(entries, 'processes') === 'readable'
  const running = all(entries, 'process').filter((name) => process.test(name))
  const isNew = service === 'guest-service-interface' && isAtLeast(first(entries, 'kernel'), USER_SPACE_FILE_COPY)
  if (running.some((name) => !isNew || !OLD_FILE_COPY.test(name))) return 'running'
  if (!isReadable) {
    if (units.some((line) => /ActiveState=active/.test(line)) && !isNew) return 'running'
    return isOff ? 'disabled' : 'unknown'
  }
  if (isInstalled(entries) === false && units.length === 0) return 'missing'
  return isOff ? 'disabled' : 'stopped'
}

function linuxParts(entries: Entries, busDevices: number | null): Parts {
  const modules = new Map(all(entries, 'module').map((line) => line.split(' ', 2) as [string, string | undefined]))
  const utils = modules.get('hv_utils')
  const isThere = utils === 'loaded' || utils === 'builtin'
  const kernel: PartState =
    isThere && busDevices !== 0 ? 'running' : utils === 'absent' || busDevices === 0 ? 'missing' : 'unknown'
  return {
    heartbeat: kernel,
    shutdown: kernel,
    timesync: kernel,
    kvp: daemonState(entries, 'kvp'),
    vss: daemonState(entries, 'vss'),
    'guest-service-interface': daemonState(entries, 'guest-service-interface'),
  }
}

function freebsdParts(entries: Entries): Parts {
  if (first(entries, 'processes') !== 'readable') return { kvp: 'unknown', vss: 'unknown' }
  const state = (pattern: RegExp): PartState =>
    all(entries, 'process').some((name) => pattern.test(name)) ? 'running' : 'stopped'
  return { kvp: state(/^hv_kvp/), vss: state(/^hv_vss/) }
}

const WINDOWS_SERVICES: Readonly<Record<string, ServiceId>> = {
  vmicheartbeat: 'heartbeat',
  vmickvpexchange: 'kvp',
  vmicshutdown: 'shutdown',
  vmictimesync: 'timesync',
  vmicvss: 'vss',
  vmicguestinterface: 'guest-service-interface',
}

function windowsParts(entries: Entries): Parts {
  const lines = all(entries, 'service').map((line) => line.split(/\s+/, 3))
  const parts: Partial<Record<ServiceId, PartState>> = {}
  for (const [name, id] of Object.entries(WINDOWS_SERVICES)) {
    const line = lines.find(([said]) => said?.toLowerCase() === name)
    if (line === undefined) parts[id] = 'missing'
    else if (line[1] === 'Running') parts[id] = 'running'
    // Start type 4 of a service's registry key is "disabled".
    else if (line[1] === 'Stopped') parts[id] = line[2] === '4' ? 'disabled' : 'stopped'
    else parts[id] = 'unknown'
  }
  return parts
}

function unreadOf(entries: Entries): Worksheet['unread'] {
  const hidden = (['processes', 'kernel-log'] as const).filter((key) => first(entries, key) === 'hidden')
  return first(entries, 'packages') === 'unknown' ? [...hidden, 'packages'] : hidden
}

const TELLING = ['kernel', 'module', 'bus-devices', 'process', 'processes', 'package', 'unit', 'service', 'log']

function productOf(entries: Entries): string | null {
  const line = all(entries, 'release-file').find((entry) => /pfsense|opnsense/i.test(entry)) ?? ''
  return /pfsense/i.test(line) ? 'pfsense' : /opnsense/i.test(line) ? 'opnsense' : null
}

function worksheetOf(system: WorksheetSystem, vmId: string | null, isWhole: boolean, entries: Entries): Worksheet {
  const bus = first(entries, 'bus-devices')
  const busDevices = /^\d{1,5}$/.test(bus) ? Number(bus) : null
  const items = { linux: linuxItems, freebsd: freebsdItems, windows: windowsItems }[system](entries)
  const parts = {
    linux: () => linuxParts(entries, busDevices),
    freebsd: () => freebsdParts(entries),
    windows: () => windowsParts(entries),
  }[system]()
  return {
    system,
    vmId,
    product: productOf(entries),
    isWhole,
    items,
    parts: isWhole ? parts : withoutMissing(parts),
    busDevices,
    unread: unreadOf(entries),
    lines: TELLING.flatMap((key) => all(entries, key).map((value) => `${key}: ${value}`)).slice(0, EVIDENCE_LIMIT),
  }
}

/** Output that breaks off proves what it shows, and nothing by what it does not show. */
function withoutMissing(parts: Parts): Parts {
  return Object.fromEntries(Object.entries(parts).map(([id, state]) => [id, state === 'running' ? state : 'unknown']))
}

/** The worksheet whose output begins at a line; null where none does. */
export function worksheetAt(lines: readonly string[], from: number): FoundWorksheet | null {
  const [, system, vmId] = BEGIN.exec(lines[from] ?? '') ?? []
  if (system === undefined || vmId === undefined) return null
  const entries = new Map<string, string[]>()
  let to = from + 1
  let isWhole = false
  for (const line of lines.slice(to, from + LINES_LIMIT)) {
    if (BEGIN.test(line)) break
    to += 1
    isWhole = line.includes(WORKSHEET_END)
    if (isWhole) break
    const [, key, value] = ENTRY.exec(line) ?? []
    if (key !== undefined && value !== undefined) entries.set(key, [...(entries.get(key) ?? []), value.trim()])
  }
  // The commands themselves hold both marks too, and print nothing.
  if (entries.size === 0) return null
  const id = vmId === '-' ? null : vmId.toUpperCase()
  return { worksheet: worksheetOf(system.toLowerCase() as WorksheetSystem, id, isWhole, entries), from, to }
}

/** The worksheet whose output a text holds, the last one where there are several; null where it holds none. */
export function readWorksheet(text: string): Worksheet | null {
  const lines = text.slice(0, 2_000_000).split(/\r\n|\n|\r/, 20_000)
  let last: Worksheet | null = null
  let at = 0
  while (at < lines.length) {
    const found = worksheetAt(lines, at)
    last = found?.worksheet ?? last
    at = found?.to ?? at + 1
  }
  return last
}

/** Whether a worksheet was made for another VM than the one with this id; what it shows then says nothing about that one. */
export function isOfOtherVm({ vmId }: Worksheet, id: string): boolean {
  return vmId !== null && !id.startsWith('pasted:') && vmId !== id.toUpperCase()
}

/** What a capture holds of a VM's worksheet; undefined where it holds none. */
export function worksheetFor(id: string, worksheets: Capture['worksheets']): Worksheet | undefined {
  const given = worksheets !== undefined && Object.hasOwn(worksheets, id) ? worksheets[id] : undefined
  const worksheet = given === undefined ? null : readWorksheet(given.text)
  return worksheet === null || isOfOtherVm(worksheet, id) ? undefined : worksheet
}
