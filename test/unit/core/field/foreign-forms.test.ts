import type { Capture, Row } from '../../../../src/core/model/capture'
import { SERVICE_CLASSES } from '../../../../src/core/model/service'
import { kvpItem, UBUNTU, VM_ID, windowsItems } from '../capture-builder'
import { describeFieldCases, DEGRADED, HOSTS, MISMATCH, SILENT } from './field-case'

const KVP = SERVICE_CLASSES.kvp.component
const HARMLESS = 'safe-to-ignore'
const kvpAndVss = { services: { kvp: MISMATCH, vss: MISMATCH } }

/** The capture with every row of a class changed. */
const eachRow =
  (className: string, change: (row: Row) => Row) =>
  (capture: Capture): Capture => ({
    ...capture,
    classes: { ...capture.classes, [className]: (capture.classes[className] ?? []).map(change) },
  })
const withItems = (items: unknown) => eachRow(KVP, (row) => ({ ...row, GuestIntrinsicExchangeItems: items }))
const mof = (name: string, data: string): string =>
  `\ninstance of Msvm_KvpExchangeDataItem\n{\n\tCaption = "";\n\tData = "${data}";\n\tName = "${name}";\n\tSource = 2;\n};\n`

describeFieldCases([
  {
    what: 'items as embedded MOF text',
    vm: kvpAndVss,
    change: withItems([
      mof('OSName', 'Ubuntu'),
      mof('OSMajorVersion', '22.04'),
      mof('OSBuildNumber', '5.15.0-91-generic'),
    ]),
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'one item, unrolled to a text',
    vm: kvpAndVss,
    change: withItems(kvpItem('OSName', 'Rocky Linux')),
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'broken items around the one that counts',
    vm: kvpAndVss,
    change: withItems(['<INSTANCE', null, 7, kvpItem('OSName', 'Debian GNU/Linux'), kvpItem('', 'x')]),
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'items in another order, white space and case',
    vm: kvpAndVss,
    change: withItems([
      `<instance classname="Msvm_KvpExchangeDataItem">\r\n  <property name="Name" type="string">\r\n    <value>OSName</value></property>\r\n  <property name="Data" type="string"><value>AlmaLinux</value></property></instance>`,
    ]),
    verdict: HARMLESS,
    services: { kvp: HARMLESS, vss: HARMLESS },
  },
  {
    what: 'an item that defines entities says nothing',
    vm: kvpAndVss,
    change: withItems([`<!DOCTYPE a [<!ENTITY x "Ubuntu">]>${kvpItem('OSName', 'Ubuntu')}`]),
    verdict: 'cannot-tell',
    services: { kvp: 'cannot-tell', vss: 'cannot-tell' },
  },
  {
    what: 'only what the daemon could not find out',
    vm: {
      ...kvpAndVss,
      kvp: { FullyQualifiedDomainName: 'getaddrinfo failed\n', NetworkAddressIPv4: 'inet_ntop failed' },
    },
    verdict: 'cannot-tell',
    services: { kvp: 'cannot-tell', vss: 'cannot-tell' },
  },
  {
    what: 'ids in lower case and in brackets',
    vm: { kvp: UBUNTU, services: { kvp: MISMATCH } },
    change: eachRow(KVP, (row) => ({ ...row, SystemName: `{${VM_ID.toLowerCase()}}` })),
    verdict: HARMLESS,
    services: { kvp: HARMLESS },
  },
  {
    what: 'the state of the VM as text',
    vm: { stateCode: '2', kvp: UBUNTU, services: { kvp: DEGRADED } },
    verdict: HARMLESS,
    services: { kvp: HARMLESS },
  },
  {
    what: 'the host’s build only in its version',
    vm: { kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600'), services: { timesync: MISMATCH } },
    host: { caption: null, build: null },
    change: (capture) => ({ ...capture, host: { Win32_OperatingSystem: { Version: '10.0.17763' } } }),
    verdict: HARMLESS,
    services: { timesync: HARMLESS },
  },
  {
    what: 'the hint of the host is no proof',
    vm: { services: { vss: MISMATCH }, summary: { GuestOperatingSystem: 'Ubuntu 22.04' } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell' },
    code: 'IS-16',
  },
  {
    what: 'events of another VM say nothing of this one',
    vm: {
      kvp: UBUNTU,
      events: [{ id: 23_012, ago: 600, values: ['other', '5F0C3B2A-0001-4000-8000-0000000000FF', 'NIC'] }],
    },
    change: (capture) => ({ ...capture, events: (capture.events ?? []).map((event) => ({ ...event, vmId: null })) }),
    verdict: 'healthy',
  },
  {
    what: 'a planned VM of an import stands beside',
    vm: { kvp: UBUNTU, services: { kvp: MISMATCH } },
    change: (capture) => ({
      ...capture,
      classes: {
        ...capture.classes,
        Msvm_VirtualSystemSettingData: [
          {
            InstanceID: 'Microsoft:5F0C3B2A-0001-4000-8000-0000000000EE',
            VirtualSystemIdentifier: '5F0C3B2A-0001-4000-8000-0000000000EE',
            VirtualSystemType: 'Microsoft:Hyper-V:System:Planned',
            ElementName: 'half imported',
          },
          ...(capture.classes['Msvm_VirtualSystemSettingData'] ?? []),
        ],
      },
    }),
    verdict: HARMLESS,
    services: { kvp: HARMLESS },
  },
  {
    what: 'rows whose every property is empty',
    vm: { kvp: UBUNTU, services: { vss: MISMATCH } },
    change: (capture) => ({
      ...capture,
      classes: {
        ...capture.classes,
        [KVP]: [{ SystemName: null, OperationalStatus: null, EnabledState: null }, ...(capture.classes[KVP] ?? [])],
      },
    }),
    verdict: HARMLESS,
    services: { vss: HARMLESS },
  },
  {
    what: 'properties and classes that nobody knows',
    vm: { kvp: UBUNTU, services: { vss: SILENT } },
    change: (capture) => ({
      ...eachRow(SERVICE_CLASSES.vss.component, (row) => ({ ...row, Future: { a: [1] } }))(capture),
      future: true,
    }),
    verdict: 'action-needed',
    services: { vss: 'action-needed' },
  },
  {
    what: 'Windows 10 by answer on a host between its builds',
    host: HOSTS[2019],
    vm: { services: { timesync: MISMATCH, kvp: SILENT } },
    answer: { family: 'w10' },
    verdict: 'action-needed',
    services: { timesync: 'cannot-tell', kvp: 'action-needed' },
    code: 'IS-19',
  },
  {
    what: 'Windows 10 by answer on a host older than all of its builds',
    host: HOSTS['2012 R2'],
    vm: { services: { timesync: DEGRADED } },
    answer: { family: 'w10' },
    verdict: 'advice',
    services: { timesync: 'advice' },
  },
  {
    what: 'Windows by answer with its release in words',
    host: HOSTS[2022],
    vm: { services: { timesync: MISMATCH, shutdown: MISMATCH } },
    answer: { family: 'windows', version: '2012 R2' },
    verdict: 'action-needed',
    services: { timesync: HARMLESS, shutdown: 'action-needed' },
  },
  {
    what: 'FreeBSD by answer behind a report that only says Linux',
    vm: { kvp: { OSName: 'Linux', IntegrationServicesVersion: '3.1' }, services: { vss: MISMATCH } },
    answer: { family: 'freebsd' },
    verdict: 'cannot-tell',
    services: { vss: HARMLESS },
    code: 'IS-77',
  },
  {
    what: 'OPNsense by answer behind a report of FreeBSD agrees with it',
    vm: { kvp: { OSName: 'FreeBSD', OSVersion: '14.3' }, services: { vss: MISMATCH } },
    answer: { family: 'opnsense', version: '25.7' },
    verdict: HARMLESS,
    services: { vss: HARMLESS },
    not: 'IS-77',
  },
])
