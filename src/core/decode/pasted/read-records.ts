import { message } from '../../i18n/translate'
import { GUEST_ITEM_NAMES } from '../guest-items'
import { compareStatus } from '../service-status'
import { decodeVmState } from '../vm-state'
import { numberOf } from '../values'
import { cellText, fieldText, type FieldRecord, type Stretch } from './field-record'
import { eventIn } from './event-texts'
import { systemIn } from './guest-words'
import { isEmptyStatus, leadingStatus, statusOfCells, statusWord } from './status-words'
import { enabledOf, isServiceShaped, rawStatus, recordStatus, type RecordService, servicesOf } from './service-records'
import { keyOf, vmGuidIn } from './service-names'
import { kvpItemsIn } from './kvp-text'
import type { ServiceSaying, VmRef } from './drafts'
import type { Findings } from './findings'
import { type SaidState, secondsOf, stateOf } from './vm-states'

const KVP_ITEMS: Readonly<Record<string, string>> = Object.fromEntries(
  GUEST_ITEM_NAMES.map((name) => [name.toLowerCase(), name]),
)
const ZERO_ID = /^[{]?0{8}-(?:0{4}-){3}0{12}[}]?$/
const NAME_LIMIT = 300

/** The first of some fields that says something, as a name; null where none does. */
function nameIn(record: FieldRecord, ...fields: readonly string[]): string | null {
  const name = fields.map((field) => cellText(record, field)).find((text) => text !== '')
  return name === undefined ? null : name.slice(0, NAME_LIMIT)
}

/** How a record of a service names its VM. */
function vmOfService(record: FieldRecord): VmRef {
  const ids = ['systemname', 'vmid', 'instanceid', 'id', 'deviceid'].map((name) => vmGuidIn(cellText(record, name)))
  return { id: ids.find((id) => id !== null && !ZERO_ID.test(id)) ?? null, name: nameIn(record, 'vmname') }
}

function isOfCheckpoint(record: FieldRecord): boolean {
  const snapshot = cellText(record, 'vmsnapshotid')
  if (vmGuidIn(snapshot) !== null && !ZERO_ID.test(snapshot)) return true
  return cellText(record, 'vmsnapshotname') !== ''
}

const TIMES = ['time', 'timecreated', 'date', 'timestamp']

function sayService(record: FieldRecord, service: RecordService, into: Findings): void {
  if (isOfCheckpoint(record)) {
    into.mark(record, 'ignored', message('pasted.line.checkpoint'), false)
    return
  }
  const parent = record.parent === null ? null : into.drafts.ofRecord(record.parent)
  // Rows with a time are readings of one VM one after the other, not several VMs of one name.
  const said = TIMES.some((name) => record.fields.has(name)) ? `${service.id} ${record.firstLine}` : service.id
  const draft = parent ?? into.drafts.find(vmOfService(record), record.block, said)
  if (into.drafts.isBeyond(draft)) {
    into.mark(record, 'ignored', message('pasted.line.beyond'), false)
    return
  }
  const enabled = enabledOf(record)
  const status = recordStatus(service.id, record, enabled)
  const isGuess = status.guessed || service.isGuessed
  into.drafts.say(
    draft,
    service.id,
    { status: { ...status, guessed: isGuess }, enabled, raw: rawStatus(record), line: into.numberOf(record) },
    compareStatus,
  )
  for (const [name, value] of kvpItemsIn(cellText(record, 'guestintrinsicexchangeitems'))) draft.items.set(name, value)
  into.mark(
    record,
    'service',
    into.serviceMeaning(draft, service.id, { ...status, guessed: isGuess }, enabled),
    isGuess,
  )
}

function kvpItems(record: FieldRecord): Map<string, string> {
  const items = new Map<string, string>()
  const name = fieldText(record, 'name')?.toLowerCase()
  const data = fieldText(record, 'data') ?? fieldText(record, 'value')
  const single = name === undefined ? undefined : KVP_ITEMS[name]
  if (single !== undefined && data !== undefined) items.set(single, data)
  for (const [key, item] of Object.entries(KVP_ITEMS)) {
    // The cmdlets' objects carry a version of their own.
    if (key === 'integrationservicesversion' && !record.fields.has('osname') && !record.fields.has('osversion'))
      continue
    const value = fieldText(record, key)
    if (value !== undefined) items.set(item, value)
  }
  return items
}

function sayGuest(record: FieldRecord, into: Findings): boolean {
  const items = kvpItems(record)
  if (items.size === 0) return false
  into.guestItems(
    { id: vmGuidIn(cellText(record, 'systemname')), name: nameIn(record, 'vmname') },
    items,
    into.numberOf(record),
  )
  into.mark(record, 'guest', message('pasted.line.guest-items', { count: items.size }), false)
  return true
}

function saySign(record: FieldRecord, ref: VmRef, into: Findings): boolean {
  const text = fieldText(record, 'status') ?? cellText(record, 'operationalstatus')
  const numbers = text.split(/[,;{}]/).flatMap((part) => statusWord(part)?.numbers ?? [])
  const isVersion = numbers.includes(3) || numbers.includes(32775)
  const isAdapter = record.fields.has('switchname') || record.fields.has('macaddress')
  if (!isAdapter || !isVersion) return false
  const draft = into.drafts.find(ref, record.block, `adapter ${into.numberOf(record)}`)
  draft.runs = true
  into.sign(draft, { kind: 'version-differs', subject: 'network-adapter', line: into.numberOf(record) })
  into.mark(record, 'vm', message('pasted.line.sign.network-adapter', { vm: into.nameOf(draft) }), false)
  return true
}

const ADRIFT = /update ?required|업데이트 필요|upgrade required|mismatch/i
const DEGRADED = /\bdegraded\b|저하됨/i
const VM_FIELDS = [
  'state',
  'heartbeat',
  'integrationservicesstate',
  'integrationservicesversion',
  'guestoperatingsystem',
  'vmaddition',
  'uptime',
  'replicationmode',
  'generation',
]

function isVmRecord(record: FieldRecord, asked: string | null): boolean {
  if (
    (record.className ?? asked) === 'Msvm_ComputerSystem' ||
    /^Msvm_ComputerSystem$/i.test(cellText(record, 'creationclassname'))
  )
    return true
  if (['elementname', 'enabledstate'].every((name) => record.fields.has(name)) && !isOfVm(record)) return true
  return VM_FIELDS.some((name) => record.fields.has(name)) || record.fields.has('status')
}

/** Properties that no other product's tables have. */
const VM_ONLY = [
  'cpuusage',
  'memoryassigned',
  'integrationservicesstate',
  'integrationservicesversion',
  'replicationmode',
  'vmid',
  'vmname',
  'generation',
  'enabledstate',
  'guestoperatingsystem',
  'hasvmadditions',
  'vmaddition',
]

/** Whether a record with a state or a heartbeat is about a VM: "State : New" of a ticket and "Heartbeat: lost" of a cluster are not. */
function isOfHyperV(record: FieldRecord, ref: VmRef, state: SaidState | null, into: Findings): boolean {
  if (into.subject.isOther) return false
  const said = VM_FIELDS.filter((field) => cellText(record, field) !== '' && (field !== 'state' || state !== null))
  if (state?.critical === true) return true
  if (said.length === 0 && state === null) return ref.name !== null && vmGuidIn(cellText(record, 'vmid')) !== null
  if (VM_ONLY.some((field) => record.fields.has(field)) || into.lastCommand === 'vm') return true
  const heartbeat = cellText(record, 'heartbeat')
  // Both columns together, or the cmdlet's own word, are no other product's.
  if (/^OkApplications/i.test(heartbeat) || (state !== null && statusWord(heartbeat) !== null)) return true
  const pulse = leadingStatus(heartbeat)
  const isNameless = ref.id === null && ref.name === null && into.drafts.context === null
  if (isNameless && into.subject.isMixed) return false
  if (isNameless) return pulse !== null && (into.isAboutHyperV || keyOf(pulse.word) !== 'ok')
  return into.isAboutHyperV && into.lastCommand !== 'other'
}

/**
 * "Status: Off" below "VM: web-01" is the VM's state; beside a name of its own it would be something else's, but for Virtual
 * Machine Manager, which calls the state so.
 */
function stateOfContext(record: FieldRecord, name: string | undefined, into: Findings): SaidState | null {
  const isManager = record.fields.has('hasvmadditions') || record.fields.has('vmaddition')
  const isOfContext = name === undefined && into.drafts.context !== null
  return isManager || isOfContext ? stateOf(record.fields.get('status')) : null
}

/** The heartbeat that a record of a VM gives; null where it gives none. */
function pulseOf(record: FieldRecord): Omit<ServiceSaying, 'line'> | null {
  const heartbeat = fieldText(record, 'heartbeat')
  if (heartbeat === undefined || isEmptyStatus(heartbeat)) return null
  const status = statusOfCells('heartbeat', { primary: heartbeat, secondary: '', enabled: null })
  return { status, enabled: /^disabled$/i.test(heartbeat) ? false : null, raw: heartbeat.slice(0, 300) }
}

function sayVm(record: FieldRecord, holdsServices: boolean, into: Findings): boolean {
  const isCim = record.fields.has('enabledstate') && !record.fields.has('state')
  const nameField = fieldText(record, 'name')
  const id = vmGuidIn(cellText(record, 'vmid')) ?? vmGuidIn(cellText(record, 'id')) ?? vmGuidIn(nameField ?? '')
  if (isCim && id === null && nameField !== undefined && record.fields.has('elementname')) {
    into.mark(record, 'ignored', message('pasted.line.host'), false)
    return true
  }
  const name = nameIn(record, 'vmname', 'elementname', ...(isCim && id !== null ? [] : ['name']))
  const state = isCim
    ? decodeVmState({
        EnabledState: numberOf(fieldText(record, 'enabledstate')),
        HealthState: numberOf(fieldText(record, 'healthstate')),
        OtherEnabledState: fieldText(record, 'otherenabledstate') ?? null,
      })
    : (stateOf(record.fields.get('state')) ?? stateOfContext(record, nameField, into))
  if (!holdsServices && !isOfHyperV(record, { id, name }, state, into)) return false
  const line = into.numberOf(record)
  const draft = into.drafts.find({ id, name }, record.block, 'vm', record)
  if (state !== null) {
    draft.state = state
    draft.stateLine = line
  }
  draft.uptimeSeconds = secondsOf(record.fields.get('uptime')) ?? draft.uptimeSeconds
  const onTime = numberOf(fieldText(record, 'ontimeinmilliseconds'))
  if (onTime !== null) draft.uptimeSeconds = Math.floor(onTime / 1000)
  draft.healthState = numberOf(fieldText(record, 'healthstate')) ?? draft.healthState
  const generation = fieldText(record, 'generation')
  if (generation === '1' || generation === '2') draft.generation = generation === '1' ? 1 : 2
  const version = cellText(record, 'version')
  if (/^\d{1,2}\.\d{1,2}$/.test(version)) draft.version = version
  draft.replica ||= /^(?:replica|extendedreplica|2|4)$/i.test(cellText(record, 'replicationmode'))
  for (const [item, value] of kvpItems(record)) draft.items.set(item, value)
  const pulse = pulseOf(record)
  if (pulse !== null) into.drafts.say(draft, 'heartbeat', { ...pulse, line }, compareStatus)
  const services = cellText(record, 'integrationservicesstate')
  const status = cellText(record, 'status')
  const isTight = ADRIFT.test(services) || ADRIFT.test(status)
  // "Degraded" alone can be the configuration's storage as well.
  if (isTight || DEGRADED.test(status)) {
    into.sign(draft, { kind: 'version-differs', subject: 'integration-services', line, guessed: !isTight })
  }
  const system = systemIn(cellText(record, 'guestoperatingsystem'))
  if (system !== null) draft.guest = { answer: system, text: cellText(record, 'guestoperatingsystem'), line }
  if (pulse === null || draft.state !== null) into.mark(record, 'vm', into.vmMeaning(draft), false)
  // "Heartbeat: OK" says nothing about the state.
  else {
    const meaning = into.serviceMeaning(draft, 'heartbeat', pulse.status, pulse.enabled)
    into.mark(record, 'service', meaning, pulse.status.guessed)
  }
  return true
}

function sayEvent(record: FieldRecord, into: Findings): boolean {
  const text = cellText(record, 'message')
  const id = numberOf(fieldText(record, 'id') ?? fieldText(record, 'eventid') ?? fieldText(record, 'instanceid'))
  const provider = fieldText(record, 'providername') ?? cellText(record, 'source')
  const event = eventIn(`${provider} ${text}`, id)
  if (event === null) return false
  into.event(event, into.numberOf(record), record)
  return true
}

/** Whether a record belongs to a VM, as the components of the services do. */
function isOfVm(record: FieldRecord): boolean {
  return vmGuidIn(cellText(record, 'systemname')) !== null
}

/** Properties that no other product's services have. */
const OF_SERVICES = ['operationalstatus', 'primaryoperationalstatus', 'primarystatusdescription']

/** Whether a row that names a service is about Hyper-V's: "VSS  OK" can stand in any product's table. */
function isServiceRow(record: FieldRecord, into: Findings): boolean {
  if (!isServiceShaped(record)) return false
  return into.isAboutHyperV || isOfVm(record) || OF_SERVICES.some((name) => record.fields.has(name))
}

/** Reads the objects of one table, list or JSON text: services, VMs, data exchange items, events, adapters. */
export function readRecords(stretch: Stretch, into: Findings): void {
  const { records } = stretch
  const services = servicesOf(records, into.className)
  const isService = records.map((record, index) => services[index] !== null && isServiceRow(record, into))
  const holders = new Set(records.filter((_record, index) => isService[index]).map((record) => record.parent))
  records.forEach((record, index) => {
    const service = services[index] ?? null
    const isHolder = holders.has(record)
    if (sayEvent(record, into)) return
    if (service !== null && isService[index] === true) sayService(record, service, into)
    else if (saySign(record, vmOfService(record), into)) return
    else if ((isHolder || isVmRecord(record, into.className)) && sayVm(record, isHolder, into)) return
    else sayGuest(record, into)
  })
}
