import { FREEBSD, windowsItems } from '../capture-builder'
import { DEGRADED, describeFieldCases, FILE_COPY_SILENT, HOSTS, linuxItems, MISMATCH, SILENT } from './field-case'

const HARMLESS = 'safe-to-ignore'

const SERVER_2012R2 = windowsItems('Windows Server 2012 R2 Standard', '6.3.9600')
const SERVER_2019 = windowsItems('Windows Server 2019 Standard', '10.0.17763')
const AZURE_LOCAL = { caption: 'Microsoft Azure Stack HCI', build: 26_100 }

describeFieldCases([
  {
    what: 'openSUSE Leap on a desktop of 25H2',
    host: HOSTS['25H2'],
    vm: {
      kvp: linuxItems('openSUSE Leap', '15.6', '6.4.0-150600.23.60-default'),
      services: { kvp: MISMATCH, vss: MISMATCH },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'time of Server 2019 on Azure Local: not older than Windows 10',
    host: AZURE_LOCAL,
    vm: { kvp: SERVER_2019, services: { timesync: MISMATCH } },
    verdict: 'action-needed',
    services: { timesync: 'action-needed' },
    code: 'IS-15',
  },
  {
    what: 'time and data of Server 2012 R2 on 2025: one by design, one not',
    host: HOSTS[2025],
    vm: { kvp: SERVER_2012R2, services: { timesync: DEGRADED, kvp: MISMATCH } },
    verdict: 'action-needed',
    services: { timesync: HARMLESS, kvp: 'action-needed' },
  },
  {
    what: 'backup of Windows 11 on Windows 10: the host is older',
    host: HOSTS['Windows 10'],
    vm: {
      kvp: { ...windowsItems('Windows 11 Pro', '10.0.22631'), ProductType: '1' },
      services: { vss: MISMATCH },
    },
    verdict: 'advice',
    services: { vss: 'advice' },
  },
  {
    what: 'Debian 12 on 2012: backup never answers there',
    host: HOSTS[2012],
    vm: {
      kvp: linuxItems('Debian GNU/Linux', '12', '6.1.0-28-amd64'),
      services: { kvp: DEGRADED, vss: SILENT },
    },
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'SLES 12 SP5 with file copy silent: its kernel answers by itself',
    vm: {
      kvp: linuxItems('SLES', '12.5', '4.12.14-122.231-default'),
      services: { kvp: MISMATCH, 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'action-needed',
    services: { kvp: HARMLESS, 'guest-service-interface': 'action-needed' },
  },
  {
    what: 'Tumbleweed with file copy silent: its daemon is in the package',
    vm: {
      kvp: linuxItems('openSUSE Tumbleweed', '20261101', '6.17.5-1-default'),
      services: { 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'action-needed',
    services: { 'guest-service-interface': 'action-needed' },
  },
  {
    what: 'Debian 13 with file copy silent: its package has no daemon for this kernel',
    vm: {
      kvp: linuxItems('Debian GNU/Linux', '13', '6.12.48+deb13-amd64'),
      services: { kvp: MISMATCH, 'guest-service-interface': FILE_COPY_SILENT },
    },
    verdict: 'advice',
    services: { kvp: HARMLESS, 'guest-service-interface': 'advice' },
  },
  {
    what: 'Amazon Linux 2023 without its data exchange daemon, as somebody says',
    vm: { services: { kvp: SILENT } },
    answer: { family: 'amazon-linux', version: '2023' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed' },
  },
  {
    what: 'OPNsense without its data exchange daemon, which is part of it',
    vm: { services: { kvp: SILENT, shutdown: MISMATCH, vss: MISMATCH } },
    answer: { family: 'opnsense' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed', shutdown: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'Oracle Linux 6 with its own kernel and a silent backup',
    host: HOSTS[2016],
    vm: {
      kvp: linuxItems('Oracle Linux Server', '6.10', '4.1.12-124.48.6.el6uek.x86_64'),
      services: { vss: SILENT, kvp: MISMATCH },
    },
    verdict: 'action-needed',
    services: { vss: 'action-needed', kvp: HARMLESS },
  },
  {
    what: 'F5 BIG-IP under the name of CentOS, data and backup silent: its maker decides',
    vm: { services: { kvp: SILENT, vss: MISMATCH, timesync: MISMATCH } },
    answer: { family: 'f5-big-ip' },
    verdict: 'advice',
    services: { kvp: 'advice', vss: HARMLESS, timesync: HARMLESS },
    not: 'IS-31',
  },
  {
    what: 'F5 BIG-IP by its kernel, backup silent',
    vm: {
      kvp: linuxItems('CentOS Linux', '7', '3.10.0-862.14.4.el7.ve.x86_64'),
      services: { vss: SILENT, kvp: MISMATCH },
    },
    verdict: 'advice',
    services: { vss: 'advice', kvp: HARMLESS },
    not: 'IS-31',
  },
  {
    what: 'OpenWrt that lacks hv_utils: nothing answers',
    vm: {
      services: { heartbeat: SILENT, kvp: SILENT, shutdown: SILENT, timesync: SILENT, vss: SILENT },
    },
    answer: { family: 'openwrt', version: '23.05' },
    verdict: 'action-needed',
    rest: 'action-needed',
    services: { 'guest-service-interface': 'healthy' },
    code: 'IS-30',
  },
  {
    what: 'NixOS on 2012 R2, all Degraded',
    host: HOSTS['2012 R2'],
    vm: {
      kvp: linuxItems('NixOS', '25.05', '6.12.40'),
      services: { heartbeat: DEGRADED, kvp: DEGRADED, shutdown: DEGRADED, timesync: DEGRADED, vss: DEGRADED },
    },
    verdict: HARMLESS,
    rest: HARMLESS,
    services: { 'guest-service-interface': 'healthy' },
  },
  {
    what: 'FreeBSD whose data exchange answers and whose heartbeat does not',
    vm: { kvp: FREEBSD, services: { heartbeat: SILENT, kvp: MISMATCH } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed', kvp: HARMLESS },
  },
])
