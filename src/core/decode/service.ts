import type { Capture } from '../model/capture'
import { SERVICES, SERVICE_CLASSES, type ServiceId } from '../model/service'
import type { Evidence, Row, Service, StatusKind, Vm } from '../model/snapshot'
import { ByValues } from './by-values'
import { type ClassReading, readClass } from './classes'
import { compareStatus, decodeStatus } from './service-status'
import { numberOf } from './values'
import { type RowsByVm, type VmRows, withRow } from './vm-rows'

/** How the component class of each service was read. */
type ServiceReadings = Readonly<Record<ServiceId, ClassReading>>

/**
 * Sorts the rows of the seven component classes, their settings and the summaries by VM id: components by `SystemName`,
 * settings by the first GUID of `InstanceID`. Component rows that name no VM are counted in `strayRows`.
 */
export function sortServiceRows(
  capture: Capture,
  byVm: RowsByVm,
): { readonly readings: ServiceReadings; readonly strayRows: number } {
  const readings = {} as Record<ServiceId, ClassReading>
  let strayRows = 0
  for (const id of SERVICES) {
    readings[id] = readClass(capture, SERVICE_CLASSES[id].component)
    for (const row of readings[id].rows) {
      const vm = byVm.named(row['SystemName'])
      if (vm === null) strayRows += 1
      else vm.components[id] = withRow(vm.components[id], row)
    }
  }
  for (const id of SERVICES) {
    for (const row of readClass(capture, SERVICE_CLASSES[id].setting).rows) {
      const vm = byVm.ofInstance(row['InstanceID'])
      if (vm !== null) vm.switches[id] = withRow(vm.switches[id], row)
    }
  }
  for (const row of readClass(capture, 'Msvm_SummaryInformation').rows) {
    const vm = byVm.named(row['Name'])
    if (vm !== null) vm.summary = row
  }
  return { readings, strayRows }
}

function switchOf(rows: readonly Row[]): boolean | null {
  const states = new Set(rows.map((row) => numberOf(row['EnabledState'])))
  // Rows that contradict each other say nothing.
  if (states.has(2) === states.has(3)) return null
  return states.has(2)
}

function enabledOf(
  id: ServiceId,
  settings: readonly Row[],
  components: readonly Row[],
): [boolean | null, Evidence | null] {
  // The status never says it: a service that is switched off still reads OK.
  const bySetting = switchOf(settings)
  if (bySetting !== null) {
    return [bySetting, { source: `${SERVICE_CLASSES[id].setting}.EnabledState`, value: bySetting ? 2 : 3 }]
  }
  const byComponent = switchOf(components)
  if (byComponent === null) return [null, null]
  return [byComponent, { source: `${SERVICE_CLASSES[id].component}.EnabledState`, value: byComponent ? 2 : 3 }]
}

/** Documented values of `Msvm_SummaryInformation.Heartbeat`; they mean the same as the component's first number. */
const SUMMARY_HEARTBEAT = [2, 6, 12, 13]

/** The heartbeat by the host's summary, where the component lists none for this VM. */
function heartbeatOfSummary(summary: Row | undefined, service: Service): Service {
  const code = numberOf(summary?.['Heartbeat'])
  if (service.listed || code === null || !SUMMARY_HEARTBEAT.includes(code)) return service
  const statusEvidence: Evidence = { source: 'Msvm_SummaryInformation.Heartbeat', value: code }
  return { ...service, listed: true, ...decodeStatus('heartbeat', [code]), statusEvidence }
}

const NO_STATUS: readonly unknown[] = []

/** One service from its rows. With several rows the severest status counts. */
function serviceOfRows(id: ServiceId, reading: ClassReading, rows: readonly Row[], switches: readonly Row[]): Service {
  const [enabled, enabledEvidence] = enabledOf(id, switches, rows)
  const source = `${SERVICE_CLASSES[id].component}.OperationalStatus`
  let status = decodeStatus(id, rows[0]?.['OperationalStatus'])
  let value: unknown = rows[0]?.['OperationalStatus']
  const all: { readonly kind: StatusKind; readonly statusEvidence: Evidence }[] = []
  for (const row of rows) {
    const decoded = decodeStatus(id, row['OperationalStatus'])
    all.push({ kind: decoded.kind, statusEvidence: { source, value: row['OperationalStatus'] ?? null } })
    if (compareStatus(decoded, status) < 0) {
      status = decoded
      value = row['OperationalStatus']
    }
  }
  const others = all.filter(({ kind }) => kind !== status.kind)
  return {
    id,
    readState: reading.state,
    listed: rows.length > 0,
    enabled,
    enabledEvidence,
    ...status,
    statusEvidence: { source, value: value ?? null },
    ...(others.length === 0 ? {} : { others }),
    rows: rows.length,
    problemCode: reading.problem?.code ?? null,
  }
}

/** Decodes the services of VMs. VMs whose rows say the same share one object, so that a fleet costs little. */
export function serviceDecoder(readings: ServiceReadings): (rows: VmRows) => Vm['services'] {
  const byRows = {} as Record<ServiceId, ByValues<Service>>
  for (const id of SERVICES) byRows[id] = new ByValues()
  const byServices = new ByValues<Vm['services']>()

  const decodeService = (id: ServiceId, rows: readonly Row[], switches: readonly Row[]): Service => {
    const row = rows[0]
    const status = row === undefined ? NO_STATUS : row['OperationalStatus']
    // At most one row of each class, as hosts have it; whatever else comes is decoded for itself.
    if (rows.length > 1 || switches.length > 1 || !Array.isArray(status)) {
      return serviceOfRows(id, readings[id], rows, switches)
    }
    let same = byRows[id].at(rows.length).at(switches[0]?.['EnabledState']).at(row?.['EnabledState'])
    for (const number of status as readonly unknown[]) same = same.at(number)
    return same.output ?? same.keep(serviceOfRows(id, readings[id], rows, switches))
  }

  return ({ components, switches, summary }) => {
    let same = byServices
    const services = SERVICES.map((id) => {
      const service = decodeService(id, components[id], switches[id])
      const decoded = id === 'heartbeat' ? heartbeatOfSummary(summary, service) : service
      same = same.at(decoded)
      return decoded
    })
    if (same.output !== undefined) return same.output
    return same.keep(Object.fromEntries(services.map((service) => [service.id, service])) as Vm['services'])
  }
}
