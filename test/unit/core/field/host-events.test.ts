import { UBUNTU, VM_ID, windowsItems } from '../capture-builder'
import { describeFieldCases, HOSTS, MISMATCH, SILENT } from './field-case'

const SERVER_2016 = windowsItems('Windows Server 2016 Standard', '10.0.14393')
const SERVER_2025 = windowsItems('Windows Server 2025 Standard', '10.0.26100')
const DAY = 86_400
const device = (id: number, ago: number, name = 'Network Adapter', versions = ['3.3', '3.2']) => ({
  id,
  ago,
  values: ['srv-01', VM_ID, name, ...versions],
})
const storage = (id: number, ago: number) => ({
  provider: 'storvsp',
  id,
  ago,
  values: ['srv-01', VM_ID, '6.2', '4.2'],
})

describeFieldCases([
  {
    what: 'a device of Linux with another version',
    vm: { kvp: UBUNTU, events: [device(23_014, 600)] },
    verdict: 'safe-to-ignore',
    code: 'IS-84',
  },
  {
    what: 'a device of Linux that is newer than its host',
    host: HOSTS['2012 R2'],
    vm: { kvp: UBUNTU, events: [device(23_014, 600, 'Network Adapter', ['3.2', '3.3'])] },
    verdict: 'safe-to-ignore',
    code: 'IS-84',
  },
  {
    what: 'a device of an older Windows',
    vm: { kvp: SERVER_2016, events: [device(23_014, 600)] },
    verdict: 'action-needed',
    code: 'IS-85',
  },
  {
    what: 'a device of a newer Windows',
    vm: { kvp: SERVER_2025, events: [device(23_014, 600)] },
    verdict: 'advice',
    code: 'IS-89',
  },
  {
    what: 'a device of nobody knows what',
    vm: { events: [device(23_014, 600)] },
    verdict: 'cannot-tell',
    code: 'IS-86',
  },
  {
    what: 'a storage device of Linux with another version',
    vm: { kvp: UBUNTU, events: [storage(6, 600)] },
    verdict: 'safe-to-ignore',
    code: 'IS-84',
  },
  {
    what: 'a refused device of Linux',
    vm: { kvp: UBUNTU, events: [device(23_012, 600)] },
    verdict: 'action-needed',
    code: 'IS-83',
    not: 'IS-84',
  },
  {
    what: 'a refused version, then success: over',
    vm: { kvp: UBUNTU, events: [device(23_012, 602), device(23_014, 600)] },
    verdict: 'safe-to-ignore',
    code: 'IS-84',
    not: 'IS-83',
  },
  {
    what: 'one device refused, another merely different',
    vm: { kvp: UBUNTU, events: [device(23_012, 602, 'Video'), device(23_014, 600)] },
    verdict: 'action-needed',
    code: 'IS-83',
  },
  {
    what: 'a refused device of before the guest started',
    vm: { kvp: UBUNTU, uptimeSeconds: DAY, events: [device(23_012, 3 * DAY)] },
    verdict: 'healthy',
    not: 'IS-83',
  },
  {
    what: 'a refused storage device',
    vm: { kvp: SERVER_2016, events: [storage(5, 600)] },
    verdict: 'action-needed',
    code: 'IS-83',
  },
  {
    what: 'a refused network adapter of an old host',
    host: HOSTS['2012 R2'],
    vm: { kvp: UBUNTU, events: [{ provider: 'VMSMP', id: 26, ago: 600, values: ['srv-01', VM_ID, '2', '196610'] }] },
    verdict: 'action-needed',
    code: 'IS-83',
  },
  {
    what: 'number 26 of somebody else means nothing',
    vm: { kvp: UBUNTU, events: [{ provider: 'Application Popup', id: 26, ago: 600, values: ['srv-01', VM_ID] }] },
    verdict: 'healthy',
  },
  {
    what: 'data exchange asked for while it starts: our own reading can cause that',
    vm: {
      kvp: UBUNTU,
      events: [
        { provider: 'Microsoft-Windows-Hyper-V-Integration-KvpExchange', id: 4096, ago: 60, values: ['srv-01', VM_ID] },
      ],
    },
    verdict: 'healthy',
  },
  {
    what: 'rebooted inside a minute ago, heartbeat silent',
    vm: { kvp: null, services: { heartbeat: SILENT, kvp: SILENT }, events: [{ id: 18_514, ago: 50 }] },
    verdict: 'cannot-tell',
    services: { heartbeat: 'cannot-tell', kvp: 'cannot-tell' },
    code: 'IS-33',
  },
  {
    what: 'turned off and on again a while ago: as read',
    vm: {
      kvp: UBUNTU,
      uptimeSeconds: 900,
      services: { kvp: MISMATCH },
      events: [
        { id: 18_502, ago: 960 },
        { id: 18_500, ago: 900 },
      ],
    },
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore' },
  },
  {
    what: 'an event of a VM that is off says nothing now',
    vm: { stateCode: 3, events: [device(23_012, 600)] },
    verdict: 'not-running',
    rest: 'not-running',
  },
  {
    what: 'a device of Windows by answer, and the host cannot be read',
    host: { caption: null, build: null },
    vm: { events: [device(23_014, 600)] },
    answer: { family: 'ws2019' },
    verdict: 'action-needed',
    code: 'IS-85',
  },
])
