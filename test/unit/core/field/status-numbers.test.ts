import type { Capture, Row } from '../../../../src/core/model/capture'
import { SERVICE_CLASSES, type ServiceId } from '../../../../src/core/model/service'
import { UBUNTU, VM_ID, windowsItems } from '../capture-builder'
import { describeFieldCases, DEGRADED, HOSTS, MISMATCH, OFF, SILENT } from './field-case'

const SERVER_2022 = windowsItems('Windows Server 2022 Datacenter', '10.0.20348')
const status = (...numbers: readonly unknown[]) => ({ status: numbers })

/** The capture with the rows of one class changed. */
const withRows =
  (className: string, rows: (old: readonly Row[]) => readonly Row[]) =>
  (capture: Capture): Capture => ({
    ...capture,
    classes: { ...capture.classes, [className]: [...rows(capture.classes[className] ?? [])] },
  })
const componentOf = (id: ServiceId): string => SERVICE_CLASSES[id].component
const settingOf = (id: ServiceId): string => SERVICE_CLASSES[id].setting

/** The capture of a host that refused one class. */
const refused =
  (id: ServiceId, code: string) =>
  (capture: Capture): Capture => {
    const { [componentOf(id)]: _, ...classes } = capture.classes
    return { ...capture, classes, problems: [{ class: componentOf(id), code, message: 'refused' }] }
  }

describeFieldCases([
  {
    what: 'numbers as text, as a script saves them',
    vm: { kvp: UBUNTU, services: { kvp: status('2', '32775'), vss: status('3'), heartbeat: status('2', '12') } },
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore', vss: 'safe-to-ignore' },
  },
  {
    what: 'a lone number instead of a list',
    vm: { kvp: UBUNTU, services: { kvp: { status: 3 }, vss: { status: 2 }, shutdown: { status: 12 } } },
    verdict: 'action-needed',
    services: { kvp: 'safe-to-ignore', shutdown: 'action-needed' },
  },
  {
    what: 'Degraded with the heartbeat’s numbers beside it',
    vm: { kvp: UBUNTU, services: { heartbeat: status(3, 12), kvp: status(3, 2) } },
    verdict: 'safe-to-ignore',
    services: { heartbeat: 'safe-to-ignore', kvp: 'safe-to-ignore' },
  },
  {
    what: 'zero beside OK',
    vm: { kvp: UBUNTU, services: { vss: status(2, 0), heartbeat: status(2, 2), shutdown: status(2, 12) } },
    verdict: 'healthy',
  },
  {
    what: 'numbers nobody documents for a service',
    vm: {
      kvp: UBUNTU,
      services: { vss: status(10), shutdown: status(5), timesync: status(0), kvp: status(2, 99) },
    },
    verdict: 'cannot-tell',
    rest: 'cannot-tell',
    services: { heartbeat: 'healthy', 'guest-service-interface': 'healthy' },
    code: 'IS-70',
  },
  {
    what: 'no contact with “disabled” beside it, and switched on',
    vm: { kvp: UBUNTU, services: { vss: status(12, 32896) } },
    verdict: 'action-needed',
    services: { vss: 'action-needed' },
  },
  {
    what: 'OK with “disabled” beside it, and switched on',
    vm: { kvp: SERVER_2022, services: { vss: status(2, 32896) } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell' },
  },
  {
    what: 'OK with “disabled” beside it, and switched off',
    vm: { kvp: SERVER_2022, services: { vss: { enabled: false, status: [2, 32896] } } },
    verdict: 'advice',
    services: { vss: 'advice' },
  },
  {
    what: 'null beside an empty list',
    vm: { kvp: UBUNTU, services: { vss: { status: null }, shutdown: { status: [] } } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell', shutdown: 'cannot-tell' },
    code: 'IS-71',
  },
  {
    what: 'words where numbers should be',
    vm: { kvp: UBUNTU, services: { vss: status('Ok'), shutdown: { status: 'Degraded' } } },
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell', shutdown: 'cannot-tell' },
  },
  {
    what: '[15] of data exchange while the VM runs',
    vm: { kvp: UBUNTU, services: { kvp: status(15) } },
    verdict: 'cannot-tell',
    services: { kvp: 'cannot-tell' },
    code: 'IS-76',
  },
  {
    what: 'a communication that failed behind Degraded',
    vm: { kvp: UBUNTU, services: { vss: status(3, 32784), kvp: status(2, 32783) } },
    verdict: 'action-needed',
    services: { vss: 'action-needed', kvp: 'action-needed' },
  },
  {
    what: 'a heartbeat that timed out, on Windows',
    vm: { kvp: SERVER_2022, services: { heartbeat: status(2, 32783) } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed' },
    code: 'IS-61',
  },
  {
    what: 'two rows of the heartbeat: the severer counts',
    vm: { kvp: UBUNTU },
    change: withRows(componentOf('heartbeat'), ([row]) => [row ?? {}, { ...row, OperationalStatus: [12] }]),
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed' },
    code: 'IS-30',
  },
  {
    what: 'two rows of backup, one of them harmless',
    vm: { kvp: UBUNTU },
    change: withRows(componentOf('vss'), ([row]) => [row ?? {}, { ...row, OperationalStatus: [2, 32775] }]),
    verdict: 'safe-to-ignore',
    services: { vss: 'safe-to-ignore' },
  },
  {
    what: 'the row of data exchange is missing',
    vm: { services: { kvp: { status: 'no-row' } } },
    verdict: 'healthy',
    services: { kvp: 'none' },
  },
  {
    what: 'the heartbeat is missing, and the summary has one',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: 'no-row' } }, summary: { Heartbeat: 2 } },
    verdict: 'healthy',
  },
  {
    what: 'the heartbeat is missing, and the summary has lost it',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: 'no-row' }, vss: MISMATCH }, summary: { Heartbeat: 13 } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed', vss: 'safe-to-ignore' },
    code: 'IS-40',
  },
  {
    what: 'the heartbeat is missing, and the summary reports an error',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: 'no-row' } }, summary: { Heartbeat: 6 } },
    verdict: 'action-needed',
    services: { heartbeat: 'action-needed' },
    code: 'IS-60',
  },
  {
    what: 'the heartbeat is missing everywhere',
    vm: { kvp: UBUNTU, services: { heartbeat: { status: 'no-row' } } },
    verdict: 'cannot-tell',
    services: { heartbeat: 'cannot-tell' },
    code: 'IS-73',
  },
  {
    what: 'the class of backup was refused',
    vm: { kvp: UBUNTU, services: { kvp: MISMATCH } },
    change: refused('vss', '0x80041003'),
    verdict: 'cannot-tell',
    services: { vss: 'cannot-tell', kvp: 'safe-to-ignore' },
    code: 'IS-72',
  },
  {
    what: 'a host of 2012 does not know file copy',
    host: HOSTS[2012],
    vm: { kvp: UBUNTU, services: { kvp: DEGRADED } },
    change: (capture) => {
      const without = refused('guest-service-interface', '0x80041010')(capture)
      const { [settingOf('guest-service-interface')]: _, ...classes } = without.classes
      return { ...without, classes }
    },
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore', 'guest-service-interface': 'none' },
  },
  {
    what: 'the remote desktop component without contact',
    vm: { kvp: SERVER_2022 },
    change: withRows(componentOf('rdv'), () => [{ SystemName: VM_ID, EnabledState: 2, OperationalStatus: [12] }]),
    verdict: 'healthy',
  },
  {
    what: 'the setting says off and the component on: the setting counts',
    vm: { kvp: UBUNTU, services: { vss: MISMATCH } },
    change: withRows(settingOf('vss'), ([row]) => [{ ...row, EnabledState: 3 }]),
    verdict: 'advice',
    services: { vss: 'advice' },
  },
  {
    what: 'only the component says that it is off',
    vm: { kvp: UBUNTU, services: { timesync: OFF } },
    change: withRows(settingOf('timesync'), () => []),
    verdict: 'advice',
    services: { timesync: 'advice' },
  },
  {
    what: 'the settings of a checkpoint say off, the VM’s own on',
    vm: { kvp: UBUNTU },
    change: withRows(settingOf('vss'), ([row]) => [
      row ?? {},
      {
        InstanceID: `Microsoft:5F0C3B2A-0001-4000-8000-00000000ABCD\\${SERVICE_CLASSES.vss.componentId}`,
        EnabledState: 3,
      },
      { InstanceID: `Microsoft:Definition\\${SERVICE_CLASSES.vss.componentId}\\Default`, EnabledState: 3 },
    ]),
    verdict: 'healthy',
  },
  {
    what: 'nobody can say whether a silent service is switched on',
    vm: { kvp: UBUNTU, services: { vss: { enabled: null, status: [12] } } },
    verdict: 'action-needed',
    services: { vss: 'action-needed' },
  },
  {
    what: 'a summary that says “update required” of Linux',
    host: HOSTS['2012 R2'],
    vm: {
      kvp: UBUNTU,
      services: { kvp: DEGRADED },
      summary: { Heartbeat: 2, IntegrationServicesVersionState: 2, GuestOperatingSystem: 'Linux' },
    },
    verdict: 'safe-to-ignore',
    services: { kvp: 'safe-to-ignore' },
  },
  {
    what: 'silent from the first minute, and after the fifth',
    vm: { uptimeSeconds: 301, kvp: null, services: { kvp: SILENT } },
    verdict: 'action-needed',
    services: { kvp: 'action-needed' },
  },
  {
    what: 'in the fourth minute: data silent, backup lost, time different',
    vm: { uptimeSeconds: 240, services: { kvp: SILENT, vss: status(13), timesync: MISMATCH } },
    answer: { family: 'debian' },
    verdict: 'action-needed',
    services: { kvp: 'cannot-tell', vss: 'action-needed', timesync: 'safe-to-ignore' },
    code: 'IS-33',
  },
])
