import { describe, expect, test } from 'vitest'
import { judge } from '../../../src/core/diagnosis/judge'
import { renderVm } from '../../../src/core/diagnosis/render'
import type { VmDiagnosis } from '../../../src/core/model/diagnosis'
import type { Capture, Row } from '../../../src/core/model/capture'
import type { Answers, Statements } from '../../../src/core/model/snapshot'
import { LANGUAGES, type Language } from '../../../src/core/model/text'
import { captureOf, type HostFacts, UBUNTU, VM_ID, type VmFacts, windowsItems } from './capture-builder'

const MISMATCH = [2, 32775]
const SERVER_2019 = windowsItems('Windows Server 2019 Standard', '10.0.17763')

interface Scene {
  readonly vm: VmFacts
  readonly host?: HostFacts
  readonly answers?: Answers
  readonly statements?: Statements
  readonly language?: Language
  readonly change?: (capture: Capture) => Capture
}

function told({ vm, host = {}, answers = {}, statements = {}, language = 'en', change }: Scene): VmDiagnosis {
  const capture = captureOf([{ name: 'srv', ...vm }], host)
  const judged = judge(change === undefined ? capture : change(capture), answers, statements).vms[0]
  if (judged === undefined) throw new Error('no VM')
  return renderVm(judged, language)
}

const codesOf = (vm: VmDiagnosis) => vm.findings.map(({ code }) => code)
const notesOf = (vm: VmDiagnosis) => vm.notes.map(({ code }) => code)
const findingOf = (vm: VmDiagnosis, code: string) => vm.findings.find((finding) => finding.code === code)

const withSystem =
  (parts: Row) =>
  (capture: Capture): Capture => ({
    ...capture,
    classes: {
      ...capture.classes,
      Msvm_ComputerSystem: (capture.classes['Msvm_ComputerSystem'] ?? []).map((row) =>
        row['Name'] === VM_ID ? { ...row, ...parts } : row,
      ),
    },
  })

describe('what answers for a silent service', () => {
  const silent = { status: [12] }

  test('a missing daemon is not blamed for backup, which a Linux kernel agrees on by itself', () => {
    const vm = told({ vm: { kvp: UBUNTU, services: { vss: silent } } })
    const finding = findingOf(vm, 'IS-31')
    expect(vm.verdict).toBe('action-needed')
    expect(finding?.explanation).toMatch(/A missing daemon does not cause this status/)
    expect(finding?.steps[0]?.text).toMatch(/hv_utils/)
    expect(finding?.steps.map(({ command }) => command).join(' ')).toContain('linux-cloud-tools')
  })

  test('it is for data exchange, and for file copy from kernel 6.10 on', () => {
    expect(
      findingOf(told({ vm: { services: { kvp: silent } }, answers: { [VM_ID]: { family: 'ubuntu' } } }), 'IS-31')
        ?.explanation,
    ).toMatch(/the daemon of this service/)
    const copy = { 'guest-service-interface': { enabled: true, status: [12] } }
    const fedora = {
      ...UBUNTU,
      OSName: 'Fedora Linux',
      OSMajorVersion: '42',
      OSVersion: '6.14.0',
      OSBuildNumber: '6.14.0-63.fc42',
    }
    expect(findingOf(told({ vm: { kvp: fedora, services: copy } }), 'IS-31')?.explanation).toMatch(/the daemon of/)
    expect(findingOf(told({ vm: { kvp: UBUNTU, services: copy } }), 'IS-31')?.explanation).toMatch(/kernel’s own part/)
  })

  test.each(['Kali GNU/Linux', 'Devuan GNU/Linux', 'Manjaro Linux'])(
    'file copy of %s with a kernel of 6.10 or later is its maker’s business, as that of its parent',
    (OSName) => {
      const kvp = { ...UBUNTU, OSName, OSMajorVersion: '', OSVersion: '6.12.13', OSBuildNumber: '6.12.13-1' }
      const vm = told({ vm: { kvp, services: { 'guest-service-interface': { enabled: true, status: [12] } } } })
      expect([vm.verdict, codesOf(vm)[0]]).toEqual(['advice', 'IS-35'])
    },
  )

  test('a silent heartbeat and a data exchange that fell silent are one finding', () => {
    const vm = told({ vm: { kvp: UBUNTU, services: { heartbeat: silent, kvp: { status: [13] }, vss: silent } } })
    expect(codesOf(vm)).toEqual(['IS-30', 'IS-01', 'IS-03'])
    expect(vm.services.find(({ service }) => service === 'kvp')?.verdict).toBe('action-needed')
  })
})

describe('Windows of a release with many builds', () => {
  const host = { caption: 'Microsoft Windows Server 2019 Standard', build: 17763 }
  const services = { vss: { status: MISMATCH }, timesync: { status: MISMATCH } }
  const answers = { [VM_ID]: { family: 'w10' } }

  test('is asked for its build where the host’s lies between', () => {
    const vm = told({ vm: { services }, host, answers })
    expect(vm.verdict).toBe('cannot-tell')
    expect(vm.findings[0]?.question?.id).toBe('windows-build')
  })

  test.each([
    ['newer', 'advice'],
    ['older', 'action-needed'],
    ['unknown', 'cannot-tell'],
  ])('answered %s: %s', (answer, verdict) => {
    const statements = { [VM_ID]: { 'windows-build': answer } }
    expect(told({ vm: { services }, host, answers, statements }).verdict).toBe(verdict)
  })

  test('a name without a build is no better', () => {
    const kvp = { OSName: 'Windows 10 Pro', OSPlatformId: '2', ProductType: '1' }
    expect(told({ vm: { kvp, services }, host }).verdict).toBe('cannot-tell')
  })

  test('a guest that names its build is not asked', () => {
    const kvp = windowsItems('Windows 10 Pro', '10.0.19045')
    expect(told({ vm: { kvp, services }, host }).verdict).toBe('advice')
  })
})

describe('a host that was not read', () => {
  const scene: Scene = {
    vm: { kvp: SERVER_2019, services: { vss: { status: MISMATCH } } },
    host: { caption: null, build: null },
  }

  test('is not said to be the newer part', () => {
    const vm = told(scene)
    expect(findingOf(vm, 'IS-15')).toMatchObject({ certainty: 'likely' })
    expect(`${vm.headline} ${vm.tellCaller} ${findingOf(vm, 'IS-15')?.explanation}`).not.toMatch(
      /older than the host|out of date\. KB/,
    )
    expect(findingOf(vm, 'IS-15')?.explanation).toMatch(/release could not be read/)
    expect(told({ ...scene, language: 'ko' }).tellCaller).toMatch(/가능성이 높습니다/)
  })

  test('and is where it was read', () => {
    expect(told({ ...scene, host: {} }).tellCaller).toMatch(/older than the host expects/)
  })
})

describe('two rows of one class for one VM', () => {
  const rows =
    (statuses: readonly unknown[]) =>
    (capture: Capture): Capture => {
      const [row] = capture.classes['Msvm_VssComponent'] ?? []
      return {
        ...capture,
        classes: {
          ...capture.classes,
          Msvm_VssComponent: statuses.map((status) => ({ ...row, OperationalStatus: status })),
        },
      }
    }

  test.each([[[null, MISMATCH]], [[MISMATCH, null]], [[MISMATCH, [9999]]]])(
    'a mismatch of Windows is not hidden by a row that says nothing: %j',
    (statuses) => {
      const vm = told({ vm: { kvp: SERVER_2019 }, change: rows(statuses) })
      expect(vm.verdict).toBe('action-needed')
      expect(findingOf(vm, 'IS-15')?.explanation).toContain('[2, 32775]')
    },
  )

  test('on Linux the row that says nothing counts', () => {
    expect(told({ vm: { kvp: UBUNTU }, change: rows([null, MISMATCH]) }).verdict).toBe('cannot-tell')
  })
})

describe('what Hyper-V says of the VM itself', () => {
  test.each([3, 6, 9])('an odd health of a stopped VM (%s) is a remark, and no verdict', (stateCode) => {
    const vm = told({ vm: { stateCode, health: 10 } })
    expect(vm.verdict).toBe('not-running')
    expect(vm.notes.find(({ code }) => code === 'IS-100')?.text).toContain('HealthState 10')
  })

  test('a stopped VM whose disk fills up has the remark too', () => {
    expect(notesOf(told({ vm: { stateCode: 3, operation: [5] } }))).toContain('IS-100')
    expect(notesOf(told({ vm: { stateCode: 3 } }))).not.toContain('IS-100')
  })

  test('lost configuration storage keeps a stopped VM from being started', () => {
    expect(codesOf(told({ vm: { stateCode: 3, operation: [3] } }))).toEqual(['IS-09'])
  })

  test('a value that is no number is not called one', () => {
    for (const language of LANGUAGES) {
      const vm = told({ vm: { kvp: UBUNTU, services: { vss: { status: 'OK' } } }, language })
      expect(JSON.stringify(findingOf(vm, 'IS-70'))).not.toMatch(/number|숫자/)
    }
  })
})

describe('replicas', () => {
  test.each([
    [3, 2],
    [6, 2],
    [9, 4],
  ])('state %s, replication %s: never to be started or resumed', (stateCode, replicationMode) => {
    for (const language of LANGUAGES) {
      const vm = told({ vm: { stateCode, replicationMode }, language })
      expect(codesOf(vm)).toEqual(['IS-08'])
      expect(JSON.stringify(vm)).not.toMatch(/please resume|please start it|재개하고|시작하고/)
    }
  })
})

describe('context beside the verdict', () => {
  test('a state that changed a moment ago may have left statuses of before', () => {
    const change = withSystem({ TimeOfLastStateChange: '2026-11-23T08:45:57Z' })
    const vm = told({ vm: { kvp: UBUNTU }, change })
    expect([vm.verdict, notesOf(vm)]).toEqual(['healthy', expect.arrayContaining(['IS-102'])])
    const earlier = withSystem({ TimeOfLastStateChange: '2026-11-23T08:40:37Z' })
    expect(notesOf(told({ vm: { kvp: UBUNTU }, change: earlier }))).not.toContain('IS-102')
  })

  test.each([18518, 18596])('event %s of two minutes ago says the same', (id) => {
    expect(notesOf(told({ vm: { kvp: UBUNTU, events: [{ id, ago: 60 }] } }))).toContain('IS-102')
    expect(notesOf(told({ vm: { kvp: UBUNTU, events: [{ id, ago: 600 }] } }))).not.toContain('IS-102')
  })

  test('an old configuration version is a remark on a host of 2016 or later only', () => {
    expect(notesOf(told({ vm: { kvp: UBUNTU, version: '5.0' } }))).toContain('IS-101')
    expect(notesOf(told({ vm: { kvp: UBUNTU, version: '10.0' } }))).not.toContain('IS-101')
    const host = { caption: 'Microsoft Windows Server 2012 R2 Standard', build: 9600 }
    expect(notesOf(told({ vm: { kvp: UBUNTU, version: '5.0' }, host }))).not.toContain('IS-101')
  })

  test('a clustered VM is started through the cluster', () => {
    const change = (capture: Capture): Capture => ({
      ...capture,
      classes: {
        ...capture.classes,
        MSCluster_Resource: [
          { Name: 'x', Type: 'Virtual Machine', PrivateProperties: { VmID: `{${VM_ID.toLowerCase()}}` } },
          { Name: 'y', Type: 'Physical Disk', PrivateProperties: null },
        ],
      },
    })
    const vm = told({ vm: { stateCode: 3 }, change })
    expect(notesOf(vm)).toContain('IS-103')
    expect(vm.findings[0]?.steps[0]?.text).toContain('not in Hyper-V Manager')
    expect(notesOf(told({ vm: { stateCode: 3 } }))).not.toContain('IS-103')
  })

  test.each(['ubuntu-template', 'WIN2022 Template (do not start)', '웹서버 템플릿'])(
    '%s that is off is remarked on as a template',
    (name) => {
      expect(notesOf(told({ vm: { name, stateCode: 3 } }))).toContain('IS-104')
      expect(notesOf(told({ vm: { name, kvp: UBUNTU } }))).not.toContain('IS-104')
    },
  )
})

test('the maker’s word holds for a device too, where no service reports another version', () => {
  const kvp = { OSName: 'OpenBSD', OSVersion: '7.5', IntegrationServicesVersion: '' }
  const scene: Scene = { vm: { kvp, events: [{ provider: 'storvsp', id: 6, ago: 60, values: ['vm-1', VM_ID] }] } }
  expect(told(scene).findings.map(({ rule }) => rule)).toContain('device-mismatch-guest-unknown')
  const said = told({ ...scene, statements: { [VM_ID]: { 'maker-says': 'yes' } } })
  expect([said.verdict, said.findings[0]?.rule]).toEqual(['safe-to-ignore', 'mismatch-maker-says'])
})

test('another system known through data exchange is not asked for again, but for its maker’s word', () => {
  const kvp = { OSName: 'OpenBSD', OSVersion: '7.5', IntegrationServicesVersion: '' }
  const scene: Scene = { vm: { kvp, services: { shutdown: { status: MISMATCH } } } }
  const vm = told(scene)
  expect([vm.verdict, vm.findings[0]?.question?.id]).toEqual(['cannot-tell', 'maker-says'])
  expect(told({ ...scene, statements: { [VM_ID]: { 'maker-says': 'yes' } } }).verdict).toBe('safe-to-ignore')
})

test('number 26 of another provider is no refused network adapter', () => {
  const events = [{ provider: 'Microsoft-Windows-Kernel-General', id: 26, ago: 60 }]
  expect(told({ vm: { kvp: UBUNTU, events } }).verdict).toBe('healthy')
})

test('stopped services of the host are called normal, with their card', () => {
  const vm = told({ vm: { kvp: UBUNTU }, statements: { '*': { symptom: 'host-services' } } })
  expect(vm.verdict).toBe('healthy')
  expect(vm.symptom).toMatchObject({ bearing: 'normal', articles: ['host-side-services'] })
})
