// The VMs of the practice calls: one for each kind of call that a helpdesk gets. All names are invented.
import { linux, windows } from './sample-vms.mjs'

/** @import { SampleVm } from './sample-vms.mjs' */

const degraded = [3, 32775]
const incompatible = [7, 32775]
const silent = [12]
const lost = [13]

/** @type {readonly SampleVm[]} */
export const practiceVms = [
  {
    name: 'shop-web',
    days: 41,
    items: linux('shop-web.corp.example', '10.30.1.10', 'Ubuntu', '22.04', '5.15.0-91-generic'),
    status: { heartbeat: [2, 12], kvp: degraded, vss: degraded },
  },
  {
    name: 'branch-fw',
    days: 120,
    items: {
      ...linux('branch-fw.corp.example', '203.0.113.20;10.30.9.1', 'FreeBSD', '', '14.1'),
      IntegrationServicesVersion: 'BSD Pre-Release version',
    },
    status: { heartbeat: [2, 12], kvp: degraded, shutdown: degraded },
  },
  { name: 'shop-db', days: 9, status: { heartbeat: [2, 12], kvp: silent, vss: degraded } },
  {
    name: 'mail-01',
    days: 77,
    items: linux('mail-01.corp.example', '10.30.1.25', 'Debian GNU/Linux', '12', '6.1.0-18-amd64'),
    status: { heartbeat: lost, kvp: lost, shutdown: lost, timesync: lost, vss: lost },
  },
  {
    name: 'ledger-old',
    days: 300,
    generation: 1,
    version: '8.0',
    status: { heartbeat: [2, 12], kvp: incompatible, shutdown: incompatible, vss: incompatible },
  },
  {
    name: 'files-2016',
    days: 30,
    version: '9.0',
    items: windows('files-2016.corp.example', '10.30.1.40', 'Windows Server 2016 Standard', '14393'),
    status: { heartbeat: [2, 2], vss: degraded },
  },
  { name: 'hr-app', days: 33, status: { heartbeat: [2, 12], vss: degraded }, off: ['kvp'] },
  {
    name: 'backup-01',
    days: 18,
    items: windows('backup-01.corp.example', '10.30.1.50', 'Windows Server 2022 Standard', '20348'),
    status: { heartbeat: [2, 2] },
    off: ['vss'],
  },
  {
    name: 'dc-11',
    days: 61,
    items: windows('dc-11.corp.example', '10.30.1.11', 'Windows Server 2022 Standard', '20348', '2'),
    status: { heartbeat: [2, 12] },
  },
  {
    name: 'build-07',
    seconds: 45,
    status: { heartbeat: silent, kvp: silent, shutdown: silent, timesync: silent, vss: silent },
  },
  { name: 'erp-replica', state: 3, replicaOf: 2 },
]
