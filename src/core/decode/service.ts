import type { Capture } from '../model/capture'
import { SERVICES, SERVICE_CLASSES, type ServiceId } from '../model/service'
import type { Evidence, Row, Service, StatusKind } from '../model/snapshot'
import { type ClassReading, readClass } from './classes'
import { compareStatus, decodeStatus } from './service-status'
import { firstGuidOf, groupRows, guidOf, numberOf } from './values'

interface ServiceTables {
  readonly component: ClassReading
  readonly componentRows: ReadonlyMap<string, readonly Row[]>
  readonly settingRows: ReadonlyMap<string, readonly Row[]>
}

/** The rows of all integration service classes, sorted by VM once, so that ten thousand VMs stay linear. */
export interface ServiceRows {
  readonly tables: Readonly<Record<ServiceId, ServiceTables>>
  /** `Msvm_SummaryInformation` by VM id, the second source for the heartbeat. */
  readonly summaries: ReadonlyMap<string, Row>
  /** Every VM id that a component row names. */
  readonly vmIds: ReadonlySet<string>
  readonly strayRows: number
}

/** Sorts the rows of the seven component classes and their settings by VM id: components by `SystemName`, settings by the first GUID of `InstanceID`. */
export function collectServiceRows(capture: Capture): ServiceRows {
  const vmIds = new Set<string>()
  let strayRows = 0
  const tables = {} as Record<ServiceId, ServiceTables>
  for (const id of SERVICES) {
    const component = readClass(capture, SERVICE_CLASSES[id].component)
    const components = groupRows(component.rows, (row) => guidOf(row['SystemName']))
    const settings = groupRows(readClass(capture, SERVICE_CLASSES[id].setting).rows, (row) =>
      firstGuidOf(row['InstanceID']),
    )
    for (const vmId of components.byVm.keys()) vmIds.add(vmId)
    strayRows += components.stray
    tables[id] = { component, componentRows: components.byVm, settingRows: settings.byVm }
  }
  const summaries = new Map<string, Row>()
  for (const row of readClass(capture, 'Msvm_SummaryInformation').rows) {
    const id = guidOf(row['Name'])
    if (id !== null) summaries.set(id, row)
  }
  return { tables, summaries, vmIds, strayRows }
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

/** One service of one VM, from the sorted rows. With several rows the severest status counts. */
export function decodeService(all: ServiceRows, id: ServiceId, vmId: string): Service {
  const service = serviceOfRows(all.tables[id], id, vmId)
  return id === 'heartbeat' ? heartbeatOfSummary(all.summaries.get(vmId), service) : service
}

function serviceOfRows(table: ServiceTables, id: ServiceId, vmId: string): Service {
  const rows = table.componentRows.get(vmId) ?? []
  const [enabled, enabledEvidence] = enabledOf(id, table.settingRows.get(vmId) ?? [], rows)
  let status = decodeStatus(id, undefined)
  let value: unknown = rows.length === 0 ? undefined : rows[0]?.['OperationalStatus']
  const source = `${SERVICE_CLASSES[id].component}.OperationalStatus`
  const all: { readonly kind: StatusKind; readonly statusEvidence: Evidence }[] = []
  rows.forEach((row, index) => {
    const decoded = decodeStatus(id, row['OperationalStatus'])
    if (rows.length > 1) {
      all.push({ kind: decoded.kind, statusEvidence: { source, value: row['OperationalStatus'] ?? null } })
    }
    if (index === 0 || compareStatus(decoded, status) < 0) {
      status = decoded
      value = row['OperationalStatus']
    }
  })
  return {
    id,
    readState: table.component.state,
    listed: rows.length > 0,
    enabled,
    enabledEvidence,
    ...status,
    statusEvidence: { source, value: value ?? null },
    ...(all.some(({ kind }) => kind !== status.kind) ? { others: all.filter(({ kind }) => kind !== status.kind) } : {}),
    rows: rows.length,
    problemCode: table.component.problem?.code ?? null,
  }
}
