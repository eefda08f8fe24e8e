// The VMs of the sample host: five kinds of guests, and every verdict at least once. All names are invented.
import { createHash } from 'node:crypto'

/**
 * @typedef {'heartbeat' | 'shutdown' | 'timesync' | 'vss' | 'files' | 'kvp'} Service
 *
 * @typedef {object} SampleVm
 * @property {string} name
 * @property {number} [state] EnabledState; 2 runs, 3 is off, 6 is saved
 * @property {number} [days] running for so long
 * @property {number} [seconds] running for so long, where days are too coarse
 * @property {number} [replicaOf] ReplicationMode; 2 is the replica of a VM on another host
 * @property {1 | 2} [generation]
 * @property {string} [version] configuration version
 * @property {string} [notes]
 * @property {Record<string, string>} [items] what the guest delivers over data exchange
 * @property {Partial<Record<Service, number[]>>} [status] where it is not plain OK
 * @property {Service[]} [on] switched on against the default
 * @property {Service[]} [off] switched off against the default
 */

const older = [2, 32775]
const incompatible = [7, 32775]
const noContact = [12]

/**
 * The ten items of the Linux daemon (tools/hv/hv_kvp_daemon.c); 3.1 is a constant there.
 *
 * @param {string} host
 * @param {string} addresses
 * @param {string} osName NAME of /etc/os-release
 * @param {string} release VERSION_ID of /etc/os-release
 * @param {string} kernel
 */
export function linux(host, addresses, osName, release, kernel) {
  return {
    FullyQualifiedDomainName: host,
    IntegrationServicesVersion: '3.1',
    NetworkAddressIPv4: addresses,
    NetworkAddressIPv6: `fe80::215:5dff:fe14:${createHash('sha256').update(host).digest('hex').slice(0, 4)}`,
    OSBuildNumber: kernel,
    OSName: osName,
    OSMajorVersion: release,
    OSMinorVersion: '',
    OSVersion: kernel.split('-')[0] ?? '',
    ProcessorArchitecture: 'x86_64',
  }
}

/**
 * @param {string} host
 * @param {string} addresses
 * @param {string} osName
 * @param {string} build
 * @param {'2' | '3'} productType 2 domain controller, 3 server
 */
export function windows(host, addresses, osName, build, productType = '3') {
  return {
    FullyQualifiedDomainName: host,
    OSName: osName,
    OSVersion: `10.0.${build}`,
    CSDVersion: '',
    OSMajorVersion: '10',
    OSMinorVersion: '0',
    OSBuildNumber: build,
    OSPlatformId: '2',
    ServicePackMajor: '0',
    ServicePackMinor: '0',
    SuiteMask: '400',
    ProductType: productType,
    OSEditionId: '8',
    ProcessorArchitecture: '9',
    IntegrationServicesVersion: `10.0.${build}.2849`,
    NetworkAddressIPv4: addresses,
    NetworkAddressIPv6: '',
    RDPAddressIPv4: '',
    RDPAddressIPv6: '',
  }
}

const freebsd = {
  ...linux('fw-busan.corp.example', '203.0.113.8;10.20.1.1;127.0.0.1;', 'FreeBSD', '', '14.1'),
  IntegrationServicesVersion: 'BSD Pre-Release version',
  NetworkAddressIPv6: 'fe80::215:5dff:fe14:801%hn0;::1;',
  ProcessorArchitecture: 'amd64',
}

/** @type {readonly SampleVm[]} */
export const sampleVms = [
  {
    name: 'dc-01',
    days: 61,
    items: windows('dc-01.corp.example', '10.20.1.11', 'Windows Server 2022 Standard', '20348', '2'),
    status: { heartbeat: [2, 2] },
  },
  {
    name: 'dc-02',
    days: 61,
    items: windows('dc-02.corp.example', '10.20.1.12', 'Windows Server 2022 Standard', '20348', '2'),
    status: { heartbeat: [2, 2] },
  },
  {
    name: 'web-01',
    days: 37,
    items: linux('web-01.corp.example', '10.20.1.15;172.17.0.1', 'Ubuntu', '22.04', '5.15.0-91-generic'),
    status: { heartbeat: [2, 12], kvp: older, vss: older },
  },
  {
    name: 'web-02',
    days: 37,
    items: linux('web-02.corp.example', '10.20.1.16', 'Ubuntu', '22.04', '5.15.0-91-generic'),
    status: { heartbeat: [2, 12], kvp: older, vss: older },
  },
  {
    name: 'db-02',
    days: 12,
    notes: 'Database of the web shop. Owner: web team.',
    status: { heartbeat: [2, 12], kvp: noContact, vss: older },
    on: ['files'],
  },
  {
    name: 'log-01',
    days: 90,
    items: linux('log-01', '10.20.2.20', 'Debian GNU/Linux', '12', '6.1.0-18-amd64'),
    status: { heartbeat: [2, 12], kvp: older, vss: older },
  },
  { name: 'fw-busan', days: 144, items: freebsd, status: { heartbeat: [2, 12], kvp: older, shutdown: older } },
  {
    name: 'app-03',
    days: 25,
    items: linux('app-03.corp.example', '10.20.1.33', 'SLES', '15.5', '5.14.21-150500.55.39-default'),
    status: { heartbeat: [2, 12], kvp: older, vss: older },
  },
  {
    name: 'erp-old',
    days: 210,
    generation: 1,
    version: '8.0',
    status: { heartbeat: [2, 12], kvp: incompatible, shutdown: incompatible, vss: incompatible },
  },
  {
    name: 'file-01',
    days: 18,
    version: '9.0',
    items: windows('file-01.corp.example', '10.20.1.40', 'Windows Server 2019 Standard', '17763'),
    status: { heartbeat: [2, 2] },
    off: ['shutdown'],
  },
  {
    name: 'sql-01',
    days: 46,
    items: windows('sql-01.corp.example', '10.20.1.41;10.20.9.41', 'Windows Server 2022 Datacenter', '20348'),
    status: { heartbeat: [2, 12] },
    on: ['files'],
  },
  { name: '인사-01', days: 33, status: { heartbeat: [2, 12], vss: older }, off: ['kvp'] },
  { name: 'tmpl-win', state: 3 },
  { name: 'legacy-01', state: 6, generation: 1, version: '8.0' },
]
