import type { Capture } from '../model/capture'
import type { KnownGuest, KnownGuests } from '../model/history'
import type { Answers, GuestAnswer, Host, Row, Snapshot, Vm, VmEvents } from '../model/snapshot'
import { adapterAddresses } from './adapter-addresses'
import { readClass } from './classes'
import { decodeEvents, NO_EVENTS } from './events'
import { decideGuest } from './guest'
import { clusteredVms } from './cluster'
import { decodeHost } from './host'
import { secondsOf } from './instant'
import { decodeKvpItems } from './kvp'
import { readPasted, snapshotOfText } from './pasted-capture'
import { serviceDecoder } from './service'
import { hasComponents, SaidByRows, sortServiceRows } from './service-rows'
import { numberOf, textOf } from './values'
import { withVersionState } from './version-state'
import { worksheetFor } from './worksheet'
import { decodeVmState } from './vm-state'
import { RowsByVm, type VmRows } from './vm-rows'

const REALIZED = 'Microsoft:Hyper-V:System:Realized'
const ENABLED_STATE = 'Msvm_ComputerSystem.EnabledState'
const SUBTYPE = 'Microsoft:Hyper-V:SubType:'

const NO_ROW: Row = {}
const NO_ADDRESSES: readonly string[] = []

interface Tables {
  readonly servicesOf: (rows: VmRows) => Vm['services']
  readonly events: ReadonlyMap<string, VmEvents>
  readonly clustered: ReadonlySet<string>
  readonly isNewHost: Host['is2016OrLater']
  /** A map: looking up ten thousand fresh texts as properties of an object takes as long as decoding a guest. */
  readonly answers: ReadonlyMap<string, GuestAnswer>
  readonly known: ReadonlyMap<string, KnownGuest>
  /** Time of the reading of a VM, in seconds since 1970. */
  readonly readAt: (vmId: string) => number | null
  readonly worksheets: Capture['worksheets']
  readonly adapters: ReadonlyMap<string, readonly string[]>
}

/** Sorts `Msvm_VirtualSystemSettingData` by VM id. */
function sortSettings(capture: Capture, byVm: RowsByVm): void {
  for (const row of readClass(capture, 'Msvm_VirtualSystemSettingData').rows) {
    const type = row['VirtualSystemType']
    // Checkpoints, replica points and half-finished imports carry the id of their VM too.
    if (typeof type === 'string' && type !== REALIZED) continue
    const vm = byVm.named(row['VirtualSystemIdentifier']) ?? byVm.ofInstance(row['InstanceID'])
    if (vm !== null) vm.setting ??= row
  }
}

function generationOf(setting: Row): 1 | 2 | null {
  const subtype = setting['VirtualSystemSubType']
  return subtype === `${SUBTYPE}1` ? 1 : subtype === `${SUBTYPE}2` ? 2 : null
}

function notesOf({ Notes: notes }: Row): string | null {
  const lines: readonly unknown[] = Array.isArray(notes) ? notes : [notes]
  const text = lines.filter((line) => typeof line === 'string').join('\n')
  return textOf(text)?.trim().slice(0, 4000) ?? null
}

/** Seconds from a time to the reading; null where one of them is not known, or where the time lies in the future. */
function secondsBefore(readAt: number | null, time: number | null): number | null {
  return time === null || readAt === null || time > readAt ? null : readAt - time
}

function shorter(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other
  return Math.min(one, other)
}

/** The shorter of the host's counter and the time since the last start in the event log. */
function sinceStart(uptime: number | null, events: VmEvents, readAt: number | null): number | null {
  return shorter(uptime, secondsBefore(readAt, events.startedAt))
}

/** Seconds since the last change of state, by the VM's own record or the log, whichever is later. */
function sinceChange(row: Row, events: VmEvents, readAt: number | null): number | null {
  const byLog = shorter(secondsBefore(readAt, events.resumedAt), secondsBefore(readAt, events.startedAt))
  return shorter(secondsBefore(readAt, secondsOf(row['TimeOfLastStateChange'])), byLog)
}

function decodeVm(rows: VmRows, tables: Tables): Vm {
  const { id, system: row = NO_ROW, setting = NO_ROW } = rows
  const { state, critical, healthState, conditionCode, operationCode } = decodeVmState(row)
  const worksheet = worksheetFor(id, tables.worksheets)
  const kvp = decodeKvpItems(rows.kvp?.['GuestIntrinsicExchangeItems'])
  const onTime = numberOf(row['OnTimeInMilliseconds'])
  // The counter stays at 0 for a VM that is off; only a running one has been up for a time.
  const uptimeSeconds = state === 'running' && onTime !== null && onTime >= 0 ? Math.floor(onTime / 1000) : null
  const readAt = tables.readAt(id)
  const logged = tables.events.get(id) ?? NO_EVENTS
  const events = withVersionState(logged, rows.summary, tables.isNewHost, readAt)
  const enabledState = row['EnabledState'] ?? null
  const other = textOf(row['OtherEnabledState'])
  const replication = numberOf(row['ReplicationMode'])
  const vm: Vm = {
    id,
    name: textOf(row['ElementName']) ?? textOf(setting['ElementName']) ?? id,
    state,
    stateEvidence: {
      source: other === null ? ENABLED_STATE : `${ENABLED_STATE}, OtherEnabledState`,
      value: other === null ? enabledState : [enabledState, other],
    },
    critical,
    healthState,
    healthEvidence: { source: 'Msvm_ComputerSystem.HealthState', value: row['HealthState'] ?? null },
    operationCode,
    conditionCode,
    secondsSinceChange: sinceChange(row, events, readAt),
    uptimeSeconds,
    secondsSinceStart: state === 'running' ? sinceStart(uptimeSeconds, events, readAt) : null,
    events,
    generation: generationOf(setting),
    configurationVersion: textOf(setting['Version']),
    replica: replication === 2 || replication === 4,
    notes: notesOf(setting),
    guest: decideGuest(kvp.items, tables.answers.get(id), tables.known.get(id), worksheet),
    adapterAddresses: tables.adapters.get(id) ?? NO_ADDRESSES,
    guestHint: textOf(rows.summary?.['GuestOperatingSystem'])?.slice(0, 256) ?? null,
    services: tables.servicesOf(rows),
  }
  const clustered = tables.clustered.has(id)
  // Almost no VM has one of them, and an object that is spread costs more than all else of it.
  if (worksheet === undefined && !clustered && kvp.broken === 0) return vm
  return {
    ...vm,
    ...(kvp.broken === 0 ? {} : { brokenItems: kvp.broken }),
    ...(clustered ? { clustered: true as const } : {}),
    ...(worksheet === undefined ? {} : { worksheet }),
  }
}

interface ListedVms {
  /** The rows of every VM of the host. */
  readonly listed: readonly VmRows[]
  readonly emptyIsProved: boolean
}

function listVms(capture: Capture, byVm: RowsByVm): ListedVms {
  const systems = readClass(capture, 'Msvm_ComputerSystem')
  const listed: VmRows[] = []
  let hostRow = false
  for (const row of systems.rows) {
    const vm = byVm.named(row['Name'])
    if (vm === null) {
      hostRow ||= textOf(row['Name']) !== null
      continue
    }
    if (vm.system === undefined) listed.push(vm)
    // During a migration one VM can be listed twice; the running row is the one that has services.
    if (numberOf(vm.system?.['EnabledState']) !== 2) vm.system = row
  }
  // Without the list of VMs the settings and the components still name them; their state is then unknown.
  if (systems.state !== 'read') {
    for (const vm of byVm.all()) {
      if (vm.system === undefined && (vm.setting !== undefined || hasComponents(vm))) {
        vm.system = NO_ROW
        listed.push(vm)
      }
    }
  }
  const proved = systems.state === 'read' && (hostRow || capture.access?.hostRowSeen === true)
  return { listed, emptyIsProved: proved && capture.stopped === null }
}

/**
 * Decodes a capture into a typed host with its VMs: numbers get meanings, data exchange items become a guest, rows are
 * joined by VM id (names are not unique). Never throws on odd rows; what cannot be decoded stays visible as unknown.
 * `known` are guests that earlier checks knew, for VMs that do not name theirs now.
 */
export function decodeCapture(capture: Capture, answers: Answers = {}, known: KnownGuests = {}): Snapshot {
  const pasted = readPasted(capture, answers)
  return pasted === null ? decodeRows(capture, answers, known) : snapshotOfText(pasted)
}

/** When each VM was read, in seconds since 1970: with the host, or later by itself. */
function readingTimes(capture: Capture): (vmId: string) => number | null {
  const ofHost = secondsOf(capture.collectedAt)
  const rechecked = new Map(Object.entries(capture.rechecked ?? {}))
  return (vmId) => {
    const again = rechecked.get(vmId)
    return again === undefined ? ofHost : secondsOf(again)
  }
}

function decodeRows(capture: Capture, answers: Answers, known: KnownGuests): Snapshot {
  const byVm = new RowsByVm(new SaidByRows())
  sortSettings(capture, byVm)
  const services = sortServiceRows(capture, byVm)
  const { listed, emptyIsProved } = listVms(capture, byVm)
  const host = decodeHost(capture)
  const tables: Tables = {
    servicesOf: serviceDecoder(services.readings),
    events: decodeEvents(capture),
    clustered: clusteredVms(capture),
    isNewHost: host.is2016OrLater,
    answers: new Map(Object.entries(answers)),
    known: new Map(Object.entries(known)),
    readAt: readingTimes(capture),
    worksheets: capture.worksheets,
    adapters: adapterAddresses(capture, byVm),
  }
  const vms = listed.map((rows) => decodeVm(rows, tables))
  let strayRows = services.strayRows
  for (const vm of byVm.all()) if (vm.system === undefined && hasComponents(vm)) strayRows += 1
  const timings = Object.values(capture.timings ?? {})
  return {
    collectedAt: capture.collectedAt,
    complete: capture.complete,
    stopped: capture.stopped,
    host,
    vms,
    problems: capture.problems ?? [],
    strayRows,
    emptyIsProved,
    queries: timings.length,
    queryMs: timings.reduce((sum, ms) => sum + ms, 0),
  }
}
