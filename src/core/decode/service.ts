import { SERVICES, SERVICE_CLASSES, type ServiceId } from '../model/service'
import type { Evidence, Row, Service, Vm } from '../model/snapshot'
import { ByValues } from './by-values'
import type { ClassReading } from './classes'
import type { SaidByRows, ServiceReadings, ServiceRow } from './service-rows'
import { compareStatus, decodeStatus } from './service-status'
import { numberOf } from './values'
import type { VmRows } from './vm-rows'

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

/** The heartbeat by the host's summary, for a VM of which the component lists none. */
function heartbeatOfSummary(summary: Row, service: Service): Service {
  const code = SUMMARY_HEARTBEAT.find((known) => known === numberOf(summary['Heartbeat']))
  if (code === undefined) return service
  const statusEvidence: Evidence = { source: 'Msvm_SummaryInformation.Heartbeat', value: code }
  return { ...service, listed: true, ...decodeStatus('heartbeat', [code]), statusEvidence }
}

/** One service from its rows. With several rows the severest status counts. */
function serviceOfRows(id: ServiceId, reading: ClassReading, rows: readonly Row[], switches: readonly Row[]): Service {
  const [enabled, enabledEvidence] = enabledOf(id, switches, rows)
  const source = `${SERVICE_CLASSES[id].component}.OperationalStatus`
  const statuses = rows.map(({ OperationalStatus: value = null }) => ({ ...decodeStatus(id, value), value }))
  const [worst = { ...decodeStatus(id, null), value: null }] = statuses.toSorted(compareStatus)
  const others = statuses.filter(({ kind }) => kind !== worst.kind)
  return {
    id,
    readState: reading.state,
    listed: rows.length > 0,
    enabled,
    enabledEvidence,
    kind: worst.kind,
    code: worst.code,
    detailCode: worst.detailCode,
    statusEvidence: { source, value: worst.value },
    ...(others.length === 0
      ? {}
      : { others: others.map(({ kind, value }) => ({ kind, statusEvidence: { source, value } })) }),
    rows: rows.length,
    problemCode: reading.problem?.code ?? null,
  }
}

/** Decodes the services of VMs. VMs whose rows say the same share one object, and their equal services are one as well. */
export function serviceDecoder(readings: ServiceReadings): (rows: VmRows) => Vm['services'] {
  const byRows = {} as Record<ServiceId, ByValues<Service>>
  for (const id of SERVICES) byRows[id] = new ByValues()
  const byPlace = new Map<SaidByRows, Vm['services']>()
  const bySummary = new ByValues<Vm['services']>()

  const decodeService = (id: ServiceId, all: readonly ServiceRow[]): Service => {
    const own = all.filter((row) => row.id === id)
    let same = byRows[id]
    for (const row of own) same = same.at(row)
    if (same.output !== undefined) return same.output
    const rowsOf = (of: ServiceRow['of']): readonly Row[] => own.filter((row) => row.of === of).map(({ row }) => row)
    return same.keep(serviceOfRows(id, readings[id], rowsOf('component'), rowsOf('setting')))
  }
  const decodeServices = (said: SaidByRows): Vm['services'] => {
    const rows = said.rows()
    return Object.fromEntries(SERVICES.map((id) => [id, decodeService(id, rows)])) as Vm['services']
  }

  return ({ said, summary }) => {
    let services = byPlace.get(said)
    if (services === undefined) {
      services = decodeServices(said)
      byPlace.set(said, services)
    }
    if (services.heartbeat.listed || summary === undefined) return services
    const heartbeat = heartbeatOfSummary(summary, services.heartbeat)
    if (heartbeat === services.heartbeat) return services
    const same = bySummary.at(services).at(heartbeat.code)
    return same.output ?? same.keep({ ...services, heartbeat })
  }
}
