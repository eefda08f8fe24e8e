import { FREEBSD, UBUNTU, type VmFacts, windowsItems } from '../capture-builder'
import { DEGRADED, describeFieldCases, HOSTS, MISMATCH, SILENT } from './field-case'

/** A VM whose host's summary says this of the version of its integration services. */
const withState = (state: unknown, vm: VmFacts = {}): VmFacts => ({
  ...vm,
  summary: { Heartbeat: 2, IntegrationServicesVersionState: state, ...vm.summary },
})
const OLD = HOSTS['2012 R2']
const SERVER_2008R2 = windowsItems('Windows Server 2008 R2 Standard', '6.1.7601')

describeFieldCases([
  {
    what: '“Update required” of Linux whose services are all OK',
    host: OLD,
    vm: withState(2, { kvp: UBUNTU }),
    verdict: 'safe-to-ignore',
    code: 'IS-84',
  },
  {
    what: '“Update required” of FreeBSD',
    host: OLD,
    vm: withState(2, { kvp: FREEBSD }),
    verdict: 'safe-to-ignore',
    code: 'IS-84',
  },
  {
    what: '“Update required” beside the service that says so itself: one cause, one finding',
    host: OLD,
    vm: withState(2, { kvp: UBUNTU, services: { kvp: DEGRADED } }),
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore' },
    code: 'IS-12',
    not: 'IS-84',
  },
  {
    what: '“Update required” of Linux whose data exchange is silent',
    host: OLD,
    vm: withState(2, { services: { kvp: SILENT } }),
    answer: { family: 'debian', version: '7' },
    verdict: 'action-needed',
    services: { kvp: 'action-needed' },
    code: 'IS-84',
  },
  {
    what: '“Update required” of Windows Server 2008 R2',
    host: OLD,
    vm: withState(2, { kvp: SERVER_2008R2 }),
    verdict: 'action-needed',
    code: 'IS-85',
  },
  {
    what: '“Update required” of Windows on a host of 2012, as text',
    host: HOSTS[2012],
    vm: withState('2', { kvp: SERVER_2008R2 }),
    verdict: 'action-needed',
    code: 'IS-85',
  },
  {
    what: '“Update required” of Windows newer than its host',
    host: OLD,
    vm: withState(2, { kvp: windowsItems('Windows Server 2019 Standard', '10.0.17763') }),
    verdict: 'advice',
    code: 'IS-89',
  },
  {
    what: '“Update required” of a guest that nobody knows',
    host: OLD,
    vm: withState(2),
    verdict: 'cannot-tell',
    code: 'IS-86',
  },
  {
    what: 'up to date',
    host: OLD,
    vm: withState(1, { kvp: SERVER_2008R2 }),
    verdict: 'healthy',
  },
  {
    what: 'no version state',
    host: OLD,
    vm: withState(0, { kvp: SERVER_2008R2 }),
    verdict: 'healthy',
  },
  {
    what: 'a version state on a later host, where nobody confirmed what it says',
    host: HOSTS[2022],
    vm: withState(2, {
      kvp: windowsItems('Windows Server 2012 R2 Standard', '6.3.9600'),
      services: { timesync: MISMATCH },
    }),
    verdict: 'safe-to-ignore',
    services: { timesync: 'safe-to-ignore' },
    not: 'IS-85',
  },
  {
    what: 'a version state on a host that nobody knows',
    host: { caption: null, build: null },
    vm: withState(2, { kvp: SERVER_2008R2 }),
    verdict: 'healthy',
  },
  {
    what: 'a version state of a VM that is off',
    host: OLD,
    vm: withState(2, { stateCode: 3, kvp: SERVER_2008R2, summary: { Heartbeat: null } }),
    verdict: 'not-running',
    rest: 'not-running',
  },
])
