// A capture of an invented host: rows and values as a host of Windows Server 2022 gives them to src/main/powershell/collect.ps1.
import { createHash } from 'node:crypto'

/** @import { SampleVm, Service } from './sample-vms.mjs' */
/** @typedef {Record<string, unknown>} Row */
/** @typedef {SampleVm & { id: string }} KnownVm a VM with its GUID */

const collectedAt = '2026-11-23T08:46:37Z'
/** Class name and component id, in the order in which the collector asks. */
const services = /** @type {const} */ ({
  heartbeat: ['Heartbeat', '84EAAE65-2F2E-45F5-9BB5-0E857DC8EB47'],
  shutdown: ['Shutdown', '9F8233AC-BE49-4C79-8EE3-E7E1985B2077'],
  timesync: ['TimeSync', '2497F4DE-E9FA-4204-80E4-4B75C46419C0'],
  vss: ['Vss', '5CED1297-4598-4915-A5FC-AD21BB4D02A4'],
  files: ['GuestServiceInterface', '6C09BB55-D683-4DA0-8931-C9BF705F6480'],
  kvp: ['KvpExchange', '2A34B1C2-FD73-4043-8A5B-DD2159BC743F'],
})
const ids = /** @type {Service[]} */ (Object.keys(services))

const mismatchText =
  'The protocol version of the component installed in the virtual machine does not match the version expected by the hosting system'

/** @param {readonly number[]} status */
function describeStatus([first, second]) {
  const primary = first === 2 ? 'OK' : first === 7 ? 'Non-Recoverable Error' : 'No Contact'
  if (second === undefined) return [primary]
  return [primary, second === 32775 ? mismatchText : second === 12 ? 'No Application Data' : 'OK']
}

/** @param {string} text */
const escapeXml = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** @param {[name: string, data: string]} item */
function cimXml([name, data]) {
  const property = (/** @type {string} */ key, /** @type {string} */ value) =>
    `<PROPERTY NAME="${key}" TYPE="string">${value === '' ? '' : `<VALUE>${escapeXml(value)}</VALUE>`}</PROPERTY>`
  const inherited = (/** @type {string} */ key) => `<PROPERTY NAME="${key}" PROPAGATED="true" TYPE="string"></PROPERTY>`
  return (
    `<INSTANCE CLASSNAME="Msvm_KvpExchangeDataItem">${inherited('Caption')}${property('Data', data)}` +
    `${inherited('Description')}${inherited('ElementName')}${property('Name', name)}` +
    '<PROPERTY NAME="Source" TYPE="uint16"><VALUE>2</VALUE></PROPERTY></INSTANCE>'
  )
}

/** @param {string} host @param {string} name the same GUID for a name, every time */
function guid(host, name) {
  const hex = createHash('sha256').update(`${host} ${name}`).digest('hex').toUpperCase()
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-A${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** @param {number} days before the reading */
const daysBefore = (days) => new Date(Date.parse(collectedAt) - days * 86_400_000).toISOString().replace('.000', '')

const never = '1601-01-01T00:00:00Z'
const systemRow = {
  EnabledState: 2,
  OtherEnabledState: null,
  RequestedState: 12,
  HealthState: 5,
  OperationalStatus: [2],
  StatusDescriptions: ['OK'],
  OnTimeInMilliseconds: null,
  ProcessID: null,
  EnhancedSessionModeState: null,
  ReplicationState: null,
  ReplicationHealth: null,
  ReplicationMode: null,
  InstallDate: null,
  TimeOfLastStateChange: null,
  TimeOfLastConfigurationChange: null,
}

/** @param {KnownVm} vm @param {number} index @returns {Row} */
function computerSystem({ id, name, state = 2, days = 0, seconds, replicaOf = 0 }, index) {
  const runs = state === 2
  return {
    Name: id,
    ElementName: name,
    ...systemRow,
    EnabledState: state,
    StatusDescriptions: ['Operating normally'],
    OnTimeInMilliseconds: runs ? (seconds === undefined ? days * 86_400_000 + index * 1_234_567 : seconds * 1000) : 0,
    ProcessID: runs ? 4120 + index * 364 : null,
    EnhancedSessionModeState: runs ? 2 : 3,
    ReplicationState: 0,
    ReplicationHealth: 0,
    ReplicationMode: replicaOf,
    InstallDate: daysBefore(400 + index),
    TimeOfLastStateChange: runs ? daysBefore(days) : never,
    TimeOfLastConfigurationChange: daysBefore(days + 1),
  }
}

/** @param {KnownVm} vm @param {number} index @returns {Row} */
function settings({ id, name, state, generation = 2, version = '10.0', notes = '' }, index) {
  return {
    InstanceID: `Microsoft:${id}`,
    VirtualSystemIdentifier: id,
    VirtualSystemType: 'Microsoft:Hyper-V:System:Realized',
    VirtualSystemSubType: `Microsoft:Hyper-V:SubType:${generation}`,
    Version: version,
    ElementName: name,
    Notes: [notes],
    CreationTime: daysBefore(400 + index),
    IsSaved: state === 6,
    AutomaticStartupAction: state === undefined ? 3 : 2,
    ConfigurationDataRoot: 'D:\\Hyper-V',
    EnhancedSessionTransportType: 0,
  }
}

/** @param {SampleVm} vm @param {Service} service */
function switchOf({ on = [], off = [] }, service) {
  return on.includes(service) || (service !== 'files' && !off.includes(service)) ? 2 : 3
}

/** @param {string} host @param {readonly KnownVm[]} vms @param {Service} service @returns {Row[]} */
function settingRows(host, vms, service) {
  const [, id] = services[service]
  const templates = ['Default', 'Maximum', 'Minimum', 'Increment'].map((kind) => `Microsoft:Definition\\${id}\\${kind}`)
  // A checkpoint keeps settings of its own, which say nothing about the VM as it runs.
  const checkpoint = `Microsoft:${guid(host, 'checkpoint of web-02')}\\${id}`
  return [
    ...[...templates, checkpoint].map((InstanceID) => ({ InstanceID, EnabledState: service === 'files' ? 3 : 2 })),
    ...vms.map((vm) => ({ InstanceID: `Microsoft:${vm.id}\\${id}`, EnabledState: switchOf(vm, service) })),
  ]
}

/** @param {readonly KnownVm[]} vms @param {Service} service @returns {Row[]} */
function componentRows(vms, service) {
  const running = vms.filter(({ state }) => state === undefined)
  return running.map((vm) => {
    const status = vm.status?.[service] ?? [2]
    const row = {
      SystemName: vm.id,
      DeviceID: `Microsoft:${services[service][1]}`,
      EnabledState: switchOf(vm, service),
      OperationalStatus: status,
      StatusDescriptions: describeStatus(status),
    }
    if (service !== 'kvp') return row
    return {
      ...row,
      GuestIntrinsicExchangeItems: Object.entries(vm.items ?? {}).map(cimXml),
      GuestExchangeItems: [],
    }
  })
}

/** The form that the hash is taken over. @param {unknown} value @returns {string} */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`
}

/**
 * The capture of an invented host, sealed as the collector's own are. Always the same bytes for the same VMs.
 *
 * @param {string} host
 * @param {readonly SampleVm[]} sampleVms
 * @returns {string}
 */
export function sampleCapture(host, sampleVms) {
  const vms = sampleVms.map((vm) => ({ ...vm, id: guid(host, vm.name) }))
  const classes = Object.fromEntries([
    ['Msvm_ComputerSystem', [{ Name: host, ElementName: host, ...systemRow }, ...vms.map(computerSystem)]],
    ['Msvm_VirtualSystemSettingData', vms.map(settings)],
    ...ids.map((id) => [`Msvm_${services[id][0]}ComponentSettingData`, settingRows(host, vms, id)]),
    ...ids.map((id) => [`Msvm_${services[id][0]}Component`, componentRows(vms, id)]),
  ])
  const asked = ['Win32_OperatingSystem', 'Win32_ComputerSystem', ...Object.keys(classes)]

  const capture = {
    schema: 'integration-doctor/capture@1',
    collectedAt,
    complete: true,
    stopped: null,
    collector: { name: 'collect.ps1', version: '1.0.0', psVersion: '5.1.20348.2849', psEdition: 'Desktop' },
    target: { computerName: host, via: 'sample' },
    host: {
      Win32_OperatingSystem: {
        Caption: 'Microsoft Windows Server 2022 Datacenter',
        Version: '10.0.20348',
        BuildNumber: '20348',
        OSLanguage: 1033,
        ProductType: 3,
        LastBootUpTime: daysBefore(212),
      },
      Win32_ComputerSystem: { Name: host, Domain: 'corp.example', DomainRole: 3, HypervisorPresent: true },
    },
    asked,
    classes,
    events: [],
    access: {
      elevated: false,
      hyperVAdministrators: true,
      namespace: 'present',
      vmms: null,
      hostRowSeen: true,
      languageMode: 'FullLanguage',
    },
    problems: [],
    timings: Object.fromEntries(asked.map((name, index) => [name, 28 + ((index * 37) % 53) + name.length])),
    pasted: null,
  }
  const sha256 = createHash('sha256').update(canonical(capture)).digest('hex')
  return `${JSON.stringify({ ...capture, sha256 })}\n`
}
