import { FREEBSD, UBUNTU } from '../capture-builder'
import {
  DEGRADED,
  DEGRADED_ALONE,
  describeFieldCases,
  FILE_COPY_SILENT,
  HOSTS,
  linuxItems,
  LOST,
  MISMATCH,
  OFF,
  SILENT,
} from './field-case'

const HARMLESS = 'safe-to-ignore'
const CENTOS_6 = {
  ...linuxItems('CentOS release 6.10 (Final)', '', '2.6.32-754.35.1.el6.x86_64'),
  OSMajorVersion: '',
}
const freebsd = (release: string) => ({ ...FREEBSD, OSVersion: release, OSBuildNumber: release })

describeFieldCases([
  {
    what: 'RHEL 9 on 2025, data and backup',
    host: HOSTS[2025],
    vm: {
      kvp: linuxItems('Red Hat Enterprise Linux', '9.6', '5.14.0-570.12.1.el9_6.x86_64'),
      services: { kvp: MISMATCH, vss: MISMATCH, heartbeat: { status: [2, 12] } },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'Oracle Linux with its own kernel on 2016, Degraded',
    host: HOSTS[2016],
    vm: {
      kvp: linuxItems('Oracle Linux Server', '8.9', '5.15.0-200.131.27.el8uek.x86_64'),
      services: { kvp: DEGRADED, timesync: DEGRADED_ALONE },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, timesync: HARMLESS },
  },
  {
    what: 'CentOS 6 on 2012 R2, everything Degraded',
    host: HOSTS['2012 R2'],
    vm: {
      kvp: CENTOS_6,
      services: { heartbeat: DEGRADED, kvp: DEGRADED, shutdown: DEGRADED, timesync: DEGRADED, vss: DEGRADED },
    },
    verdict: HARMLESS,
    rest: HARMLESS,
    services: { 'guest-service-interface': 'healthy' },
  },
  {
    what: 'FreeBSD 13 on 2019 with file copy switched on, which it never had',
    host: HOSTS[2019],
    vm: {
      kvp: freebsd('13.2'),
      services: { kvp: MISMATCH, shutdown: MISMATCH, vss: MISMATCH, 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, shutdown: HARMLESS, vss: HARMLESS, 'guest-service-interface': HARMLESS },
  },
  {
    what: 'FreeBSD without its daemon, as somebody says',
    vm: { services: { kvp: SILENT, vss: MISMATCH } },
    answer: { family: 'freebsd', version: '14.1' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', vss: HARMLESS },
    code: 'IS-31',
  },
  {
    what: 'backup of FreeBSD 10.3: since 11.1',
    vm: { kvp: freebsd('10.3'), services: { vss: SILENT, kvp: MISMATCH } },
    verdict: HARMLESS,
    services: { vss: HARMLESS, kvp: HARMLESS },
    code: 'IS-34',
  },
  {
    what: 'Debian without its data exchange daemon, as somebody says',
    vm: { services: { kvp: SILENT } },
    answer: { family: 'debian', version: '12' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed' },
  },
  {
    what: 'Alpine without hvtools, as somebody says',
    vm: { services: { kvp: SILENT, heartbeat: { status: [2, 12] } } },
    answer: { family: 'alpine' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed' },
  },
  {
    what: 'OpenWrt with its kernel driver, which is all it has',
    vm: { services: { heartbeat: { status: [2, 12] }, kvp: SILENT, vss: MISMATCH } },
    answer: { family: 'openwrt' },
    verdict: 'advice',
    services: { kvp: 'advice', vss: HARMLESS },
    code: 'IS-35',
  },
  {
    what: 'Home Assistant OS with file copy switched on',
    vm: {
      kvp: linuxItems('Home Assistant OS', '16.0', '6.12.48-haos'),
      services: { kvp: MISMATCH, vss: MISMATCH, 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'advice',
    services: { kvp: HARMLESS, vss: HARMLESS, 'guest-service-interface': 'advice' },
  },
  {
    what: 'file copy of Ubuntu 24.04 without contact: its kernel should answer',
    vm: {
      kvp: linuxItems('Ubuntu', '24.04', '6.8.0-60-generic'),
      services: { 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'action-needed',
    services: { 'guest-service-interface': 'action-needed' },
  },
  {
    what: 'file copy of Ubuntu with kernel 6.14: its daemon is a package',
    vm: {
      kvp: linuxItems('Ubuntu', '25.04', '6.14.0-15-generic'),
      services: { 'guest-service-interface': FILE_COPY_SILENT, kvp: MISMATCH },
    },
    verdict: 'action-needed',
    services: { 'guest-service-interface': 'action-needed', kvp: HARMLESS },
  },
  {
    what: 'file copy of Arch after 6.10: nobody ships the daemon',
    vm: {
      kvp: linuxItems('Arch Linux', '', '6.17.1-arch1-1'),
      services: { 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'advice',
    services: { 'guest-service-interface': 'advice' },
  },
  {
    what: 'a data exchange of no compatible version among harmless differences',
    vm: {
      kvp: null,
      services: { kvp: { status: [7, 32775] }, vss: MISMATCH, timesync: MISMATCH },
    },
    answer: { family: 'rhel', version: '7.9' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', vss: HARMLESS, timesync: HARMLESS },
    code: 'IS-21',
  },
  {
    what: 'backup of Ubuntu 12.04, whose kernel is older than the service',
    vm: { kvp: linuxItems('Ubuntu', '12.04', '3.2.0-126-generic'), services: { vss: SILENT, kvp: DEGRADED } },
    verdict: HARMLESS,
    services: { vss: HARMLESS, kvp: HARMLESS },
    code: 'IS-34',
  },
  {
    what: 'backup and file copy of Debian 7',
    vm: {
      kvp: linuxItems('Debian GNU/Linux', '7', '3.2.0-4-amd64'),
      services: { vss: SILENT, 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: HARMLESS,
    services: { vss: HARMLESS, 'guest-service-interface': HARMLESS },
  },
  {
    what: 'nobody knows the guest, and every service is OK',
    vm: {},
    verdict: 'healthy',
  },
  {
    what: 'nobody knows the guest: data silent, backup different',
    vm: { services: { heartbeat: { status: [2, 12] }, kvp: SILENT, vss: MISMATCH } },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', vss: 'cannot-tell' },
    code: 'IS-16',
  },
  {
    what: 'OpenBSD by data exchange: no statement by Microsoft, and no backup ever',
    vm: {
      kvp: { OSName: 'OpenBSD', OSVersion: '7.8', OSBuildNumber: 'GENERIC.MP#1', ProcessorArchitecture: 'amd64' },
      services: { kvp: MISMATCH, vss: SILENT },
    },
    verdict: 'cannot-tell',
    services: { kvp: 'cannot-tell', vss: HARMLESS },
    code: 'IS-17',
    not: 'IS-12',
  },
  {
    what: 'a distribution that nobody lists, Degraded',
    vm: {
      kvp: linuxItems('Astra Linux', '1.8_x86-64', '6.1.90-1-generic'),
      services: { kvp: DEGRADED, vss: DEGRADED_ALONE },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'Flatcar, as somebody says',
    vm: { services: { kvp: SILENT, vss: MISMATCH } },
    answer: { family: 'flatcar' },
    verdict: 'advice',
    services: { kvp: 'advice', vss: HARMLESS },
  },
  {
    what: 'FortiGate, as somebody says: its maker decides',
    vm: { services: { heartbeat: { status: [2, 12] }, kvp: SILENT, vss: MISMATCH } },
    answer: { family: 'fortigate' },
    verdict: 'cannot-tell',
    services: { kvp: 'advice', vss: 'cannot-tell' },
    not: 'IS-12',
  },
  {
    what: 'PAN-OS, as somebody says',
    vm: { services: { heartbeat: { status: [2, 12] }, kvp: SILENT } },
    answer: { family: 'pan-os' },
    verdict: 'advice',
    services: { kvp: 'advice' },
  },
  {
    what: 'only the heartbeat of Linux is silent',
    vm: { kvp: UBUNTU, services: { heartbeat: SILENT } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed' },
    code: 'IS-30',
  },
  {
    what: 'backup lost on Linux that answers',
    vm: { kvp: UBUNTU, services: { vss: LOST, kvp: MISMATCH } },
    verdict: 'action-needed',
    services: { vss: 'action-needed', kvp: HARMLESS },
    code: 'IS-41',
  },
  {
    what: 'backup of FreeBSD 14 silent: its daemon does not run',
    vm: { kvp: FREEBSD, services: { vss: SILENT, kvp: MISMATCH } },
    verdict: 'action-needed',
    services: { vss: 'action-needed', kvp: HARMLESS },
    code: 'IS-31',
  },
  {
    what: 'backup of RHEL 8 on a host of 2012',
    host: HOSTS[2012],
    vm: { kvp: linuxItems('Red Hat Enterprise Linux', '8.10', '4.18.0-553.el8_10.x86_64'), services: { vss: SILENT } },
    verdict: HARMLESS,
    services: { vss: HARMLESS },
  },
  {
    what: 'everything of Linux switched off but the heartbeat',
    vm: { kvp: null, services: { kvp: OFF, shutdown: OFF, timesync: OFF, vss: OFF } },
    verdict: 'advice',
    rest: 'advice',
    services: { heartbeat: 'healthy', 'guest-service-interface': 'healthy' },
  },
  {
    what: 'heartbeat off and data silent: does the guest run at all?',
    vm: { services: { heartbeat: OFF, kvp: SILENT } },
    verdict: 'cannot-tell',
    services: { heartbeat: 'advice', kvp: 'cannot-tell' },
    code: 'IS-32',
  },
  {
    what: 'backup of Proxmox differs',
    vm: { kvp: linuxItems('Debian GNU/Linux', '12', '6.8.12-1-pve'), services: { vss: MISMATCH, kvp: MISMATCH } },
    verdict: HARMLESS,
    services: { vss: HARMLESS, kvp: HARMLESS },
  },
  {
    what: 'TrueNAS SCALE under the name of Debian',
    vm: {
      kvp: linuxItems('Debian GNU/Linux', '12', '6.12.15-production+truenas'),
      services: { vss: MISMATCH, timesync: MISMATCH },
    },
    verdict: HARMLESS,
    services: { vss: HARMLESS, timesync: HARMLESS },
  },
  {
    what: 'SLES 11 by its old release file',
    vm: {
      kvp: {
        ...linuxItems('SUSE Linux Enterprise Server 11 (x86_64)', 'VERSION = 11', '3.0.101-108.129-default'),
        OSMinorVersion: 'PATCHLEVEL = 4',
      },
      services: { kvp: DEGRADED, timesync: DEGRADED, shutdown: DEGRADED_ALONE },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, timesync: HARMLESS, shutdown: HARMLESS },
  },
])
