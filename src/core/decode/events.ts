import type { Capture, Row } from '../model/capture'
import type { ServiceId } from '../model/service'
import type { DeviceEvent, VersionPair, VmEvents } from '../model/snapshot'
import { secondsOf } from './instant'
import { guidOf, numberOf, textOf } from './values'

/** A VM about which the host's log says nothing. */
export const NO_EVENTS: VmEvents = { versions: {}, devices: [], startedAt: null, resumedAt: null }

const VERSION = /^\d{1,3}\.\d{1,3}$/

/** Last part of the provider's name on hosts up to 2012 R2, where each service has a provider of its own. */
const SERVICE_OF_PROVIDER: Readonly<Record<string, ServiceId>> = {
  kvpexchange: 'kvp',
  heartbeat: 'heartbeat',
  shutdown: 'shutdown',
  timesync: 'timesync',
  vss: 'vss',
  guestinterface: 'guest-service-interface',
  rdv: 'rdv',
}

// Ids and property order from Microsoft's event pages and KB 2956569. The texts differ by language, these do not.
const VERSION_MISMATCH = 4010
const DEVICE_LOADED = 23014
const DEVICE_REFUSED = 23012
const STORVSP_LOADED = 6
// KB 972108: a refused version. Negotiation may go on and succeed, which a later event then says.
const STORVSP_REFUSED = 5
const NIC_REFUSED = 26
const GUEST_STARTED = [18500, 18514]
const GUEST_RESUMED = [18518, 18596]

interface HostEvent {
  readonly provider: string
  readonly id: number
  readonly vmId: string
  readonly seconds: number
  readonly values: readonly string[]
  readonly source: string
  readonly time: string
}

function eventOf(row: Row): HostEvent | null {
  const id = numberOf(row['id'])
  const time = textOf(row['time'])
  const seconds = secondsOf(time)
  const values = Array.isArray(row['values']) ? row['values'].map((value) => String(value ?? '')) : []
  const vmId = guidOf(row['vmId']) ?? values.map(guidOf).find((guid) => guid !== null) ?? null
  if (id === null || time === null || seconds === null || vmId === null) return null
  const provider = textOf(row['provider']) ?? ''
  return { provider, id, vmId, seconds, values, time, source: `${provider} ${id}`.trim() }
}

/** Hosts of 2016 and later have one provider for all services; the page of event 4010 names data exchange alone. */
const SHARED_PROVIDER = /^Microsoft-Windows-Hyper-V-(?:Integration|Worker)$/i

function serviceOfProvider(provider: string): ServiceId | undefined {
  const name = provider.slice(provider.lastIndexOf('-') + 1).toLowerCase()
  return SERVICE_OF_PROVIDER[name] ?? (SHARED_PROVIDER.test(provider) ? 'kvp' : undefined)
}

function versionPair(event: HostEvent): { readonly service: ServiceId; readonly pair: VersionPair } | null {
  const service = serviceOfProvider(event.provider)
  // Behind name and id, since a VM can be called “10.0”: framework negotiated and expected, then message negotiated and
  // expected. The message version is the service's own.
  const isNamed = guidOf(event.values[1]) !== null
  const [negotiated, expected] = event.values
    .slice(isNamed ? 2 : 0)
    .filter((value) => VERSION.test(value))
    .slice(2, 4)
  if (service === undefined || negotiated === undefined || expected === undefined) return null
  return {
    service,
    pair: { negotiated, expected, evidence: { source: event.source, value: [event.time, negotiated, expected] } },
  }
}

function deviceEvent(event: HostEvent): DeviceEvent | null {
  const provider = event.provider.toLowerCase()
  const storvsp = provider === 'storvsp'
  // VMSMP up to 2012 R2, SynthNic of the worker later; the number alone means other things elsewhere.
  const nic = event.id === NIC_REFUSED && (provider === 'vmsmp' || provider.includes('synthnic'))
  const refused = storvsp ? event.id === STORVSP_REFUSED : nic || event.id === DEVICE_REFUSED
  const loaded = storvsp ? event.id === STORVSP_LOADED : event.id === DEVICE_LOADED
  if (!refused && !loaded) return null
  const name = storvsp || nic ? null : textOf(event.values[2])
  return {
    loaded,
    subject: storvsp ? 'storage' : nic ? 'network-adapter' : 'device',
    device: name?.slice(0, 256) ?? null,
    seconds: event.seconds,
    evidence: { source: event.source, value: [event.time, ...event.values.slice(2)] },
  }
}

/**
 * What the host's event log says about each VM, by VM id: negotiated and expected versions (4010), devices that speak
 * another version (23014, storvsp 6) or could not be loaded for it (23012, storvsp 5, 26 of the network adapter), the last
 * start (18500, 18514) and resume (18518, 18596). Read by
 * provider, id and property position, never by text. The newest event of a kind counts.
 */
export function decodeEvents(capture: Capture): ReadonlyMap<string, VmEvents> {
  const byVm = new Map<
    string,
    {
      versions: Partial<Record<ServiceId, VersionPair>>
      devices: DeviceEvent[]
      startedAt: number | null
      resumedAt: number | null
    }
  >()
  const events = (capture.events ?? []).map(eventOf).filter((event) => event !== null)
  for (const event of events.sort((a, b) => a.seconds - b.seconds)) {
    let vm = byVm.get(event.vmId)
    if (vm === undefined) {
      vm = { versions: {}, devices: [], startedAt: null, resumedAt: null }
      byVm.set(event.vmId, vm)
    }
    if (event.id === VERSION_MISMATCH) {
      const found = versionPair(event)
      if (found !== null) vm.versions[found.service] = found.pair
    } else if (GUEST_STARTED.includes(event.id)) vm.startedAt = event.seconds
    else if (GUEST_RESUMED.includes(event.id)) vm.resumedAt = event.seconds
    else {
      const device = deviceEvent(event)
      if (device !== null) vm.devices.push(device)
    }
  }
  return byVm
}
